package io.figcast.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.assertions.LocatorAssertions;

/** Live: what others do to the category on screen, and to the other ones, is seen at once or held back. */
class LiveIT {

    @RegisterExtension
    static final SharedFigcast FIGCAST = new SharedFigcast();
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @Test
    void anotherProducersRefreshChangesTheFiguresInPlaceAndKeepsZoomAndSelection() {
        Visit visit = Visit.open(CHROMIUM.page(), FIGCAST.page("fruit", "apples")).awaitDrawn("apples");
        visit.drag("line", 0.2, 0.2, 0.8, 0.8);
        visit.page().waitForCondition(() -> visit.page().url().contains("x0="));
        visit.page().locator("#card-scatter").hover();
        visit.page().locator("#card-scatter .modebar-btn[data-val=select]").first().click();
        visit.drag("scatter", 0.2, 0.2, 0.7, 0.7);
        visit.page().waitForCondition(() -> selections(visit).equals(1));
        var ranges = visit.ranges();
        String before = visit.version();

        FIGCAST.system().produce("{\"category\":\"apples\",\"refresh\":true}");

        visit.awaitOtherThan(before);
        visit.awaitDrawn("apples");
        assertThat(visit.ranges()).isEqualTo(ranges);
        assertThat(selections(visit)).isEqualTo(1);
    }

    @Test
    void othersFinishedCategoriesChangeTheirMarkInTheList() {
        FIGCAST.system().produce("{\"category\":\"pineapples\",\"forget\":true}");
        Visit visit = Visit.open(CHROMIUM.page(), FIGCAST.page("fruit", "apples")).awaitDrawn("apples");
        visit.says(visit.option("pineapples"), "not computed");

        FIGCAST.system().produce("{\"category\":\"pineapples\"}");

        visit.says(visit.option("pineapples"), "computing");
        visit.says(visit.option("pineapples"), "ready");
    }

    @Test
    void aPauseHoldsChangesBackAndSaysHowManyWait() {
        Visit visit = Visit.open(CHROMIUM.page(), FIGCAST.page("fruit", "apples")).awaitDrawn("apples");
        String before = visit.version();
        var live = visit.live();
        live.click();

        FIGCAST.system().produce("{\"category\":\"apples\",\"refresh\":true}");
        FIGCAST.system().produce("{\"category\":\"oranges\",\"refresh\":true}");

        assertThat(live).hasText("Paused, 2 changes wait", new LocatorAssertions.HasTextOptions().setTimeout(Visit.PATIENCE));
        assertThat(visit.version()).isEqualTo(before);
        // What was held back may be of a computation still under way: its end comes by itself.
        live.click();
        assertThat(live).hasText("Live");
        visit.awaitOtherThan(before);
        visit.awaitDrawn("apples");
    }

    private static Object selections(Visit visit) {
        return visit.page().evaluate(
                "document.querySelector('#card-scatter .plot[data-side=main]')._fullLayout.selections.length");
    }
}
