package io.figcast.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.assertions.LocatorAssertions;

/** Acting: refresh, recompute all, forget. */
class ActingIT {

    @RegisterExtension
    static final SharedFigcast FIGCAST = new SharedFigcast();
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @Test
    void aRefreshThatChangedNothingSaysSo() {
        Visit visit = Visit.open(CHROMIUM.page(), FIGCAST.page("fruit", "oranges")).awaitDrawn("oranges");

        visit.button("Refresh").click();

        visit.says(visit.toast(), "Already fresh: nothing changed.");
        visit.awaitBadge("fresh");
    }

    @Test
    void aRefreshJoinsTheOneThatIsUnderWay() {
        Visit one = Visit.open(CHROMIUM.page(), FIGCAST.page("fruit", "oranges")).awaitDrawn("oranges");
        Visit other = Visit.open(CHROMIUM.page(), FIGCAST.page("fruit", "oranges")).awaitDrawn("oranges");
        long before = FIGCAST.system().computations("fruit", "oranges");

        one.button("Refresh").click();
        other.button("Refresh").click();

        one.says(one.toast(), "Already fresh");
        other.says(other.toast(), "Already fresh");
        assertThat(FIGCAST.system().computations("fruit", "oranges")).isEqualTo(before + 1);
    }

    @Test
    void recomputeAllShowsItsProgressOverTheCategories() {
        Visit visit = Visit.open(CHROMIUM.page(), FIGCAST.page("fruit", "apples")).awaitDrawn("apples");

        visit.button("More").click();
        visit.button("Recompute all").click();
        visit.says(visit.page().locator("dialog[open]"), "Recompute all 4 categories of “Fruit”?");
        visit.page().locator("dialog[open]")
                .getByText("Recompute all", new com.microsoft.playwright.Locator.GetByTextOptions().setExact(true)).click();

        visit.says(visit.page().locator("#recompute-words"), "of 4 recomputed");
        visit.says(visit.page().locator("#recompute-words"), "All recomputed.");
    }

    @Test
    void forgettingTellsEveryOpenPageAndComputesOnlyWhenAsked() {
        Visit visit = Visit.open(CHROMIUM.page(), FIGCAST.page("penguins", "Chinstrap")).awaitDrawn("Chinstrap");
        Visit other = Visit.open(CHROMIUM.page(), FIGCAST.page("penguins", "Chinstrap")).awaitDrawn("Chinstrap");
        long before = FIGCAST.system().computations("penguins", "Chinstrap");

        visit.button("More").click();
        visit.button("Forget").click();
        visit.page().locator("dialog[open]")
                .getByText("Forget", new com.microsoft.playwright.Locator.GetByTextOptions().setExact(true)).click();

        visit.awaitBadge("forgotten");
        other.awaitBadge("forgotten");
        other.says(other.notices(), "Chinstrap was forgotten");
        assertThat(FIGCAST.system().computations("penguins", "Chinstrap")).isEqualTo(before);
        other.button("Compute again").click();
        other.awaitBadge("fresh");
        visit.awaitBadge("fresh");
    }

    @Test
    void cancellingDoesNothing() {
        Visit visit = Visit.open(CHROMIUM.page(), FIGCAST.page("penguins", "Gentoo")).awaitDrawn("Gentoo");

        visit.button("More").click();
        visit.button("Forget").click();
        visit.button("Cancel").click();

        assertThat(visit.page().locator("dialog[open]")).hasCount(0, new LocatorAssertions.HasCountOptions());
        assertThat(visit.page().locator("#badge")).hasAttribute("data-badge", "fresh");
    }
}
