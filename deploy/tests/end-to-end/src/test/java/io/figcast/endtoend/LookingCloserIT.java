package io.figcast.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Looking closer: one zoom for all four, the rows behind a reduced figure, one figure alone, two categories side by side. */
class LookingCloserIT {

    @RegisterExtension
    static final SharedFigcast FIGCAST = new SharedFigcast();
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @Test
    void zoomingOneFigureZoomsAllAndADoubleClickReturns() {
        Visit visit = Visit.open(CHROMIUM.page(), FIGCAST.page("fruit", "apples")).awaitDrawn("apples");

        visit.drag("scatter", 0.3, 0.3, 0.6, 0.7);
        visit.page().waitForCondition(() -> new HashSet<>(visit.ranges()).size() == 1);
        assertThat(visit.button("Show all")).isVisible();

        visit.doubleClick("histogram2d");
        // Each figure has its own range again, as its points or bins need it.
        visit.page().waitForCondition(() -> new HashSet<>(visit.ranges()).size() > 1);
        assertThat(visit.query()).doesNotContainKey("x0");
    }

    @Test
    void keysZoomAndMoveToo() {
        Visit visit = Visit.open(CHROMIUM.page(), FIGCAST.page("fruit", "apples")).awaitDrawn("apples");

        visit.page().keyboard().press("+");
        visit.page().waitForCondition(() -> new HashSet<>(visit.ranges()).size() == 1);
        String zoomed = visit.ranges().get(0);
        visit.page().keyboard().press("Shift+ArrowRight");
        visit.page().waitForCondition(() -> !visit.ranges().contains(zoomed));
        visit.page().keyboard().press("0");
        visit.page().waitForCondition(() -> new HashSet<>(visit.ranges()).size() > 1);
    }

    @Test
    void zoomingIntoAReducedFigureBringsItsRowsBack() {
        Visit visit = Visit.open(CHROMIUM.page(), FIGCAST.page("large", "many")).awaitDrawn("many");
        assertThat(visit.reductions().get("scatter")).contains("of 60,000 rows");

        visit.drag("scatter", 0.72, 0.65, 0.92, 0.9);

        visit.page().waitForCondition(
                () -> visit.reductions().values().stream()
                        .allMatch(words -> words.matches("all [0-9,]+ rows.*, in this region")));
        visit.doubleClick("scatter");
        visit.page().waitForCondition(() -> visit.reductions().get("scatter").contains("of 60,000 rows"));
    }

    @Test
    void aSliceThatTheEngineReducedIsShownAndSaysWhatItCannotShow() {
        Visit visit = Visit.open(CHROMIUM.page(), FIGCAST.page("huge", "most")).awaitDrawn("most");
        assertThat(visit.status()).containsText("60,000 rows");
        assertThat(visit.status()).containsText("reduced where they are");
        assertThat(visit.reductions().get("scatter")).contains("of 60,000 rows");
        assertThat(visit.reductions().get("histogram2d")).contains("60,000 rows");
        assertThat(visit.page().locator("#take-csv")).hasAttribute("hidden", "");

        visit.drag("scatter", 0.4, 0.4, 0.6, 0.6);

        assertThat(visit.notices()).containsText("no region of them can be drawn anew");
        visit.doubleClick("scatter");
        assertThat(visit.notices()).not().containsText("no region of them can be drawn anew");
        assertThat(visit.reductions().get("scatter")).contains("of 60,000 rows");
    }

    @Test
    void oneFigureCanFillTheWindow() {
        Visit visit = Visit.open(CHROMIUM.page(), FIGCAST.page("fruit", "apples")).awaitDrawn("apples");

        visit.button("Let Contours fill the window").click();

        assertThat(visit.page().locator("#card-scatter")).isHidden();
        visit.page().waitForCondition(
                () -> visit.page().locator("#card-histogram2dcontour .main-svg").first().boundingBox().width > 1000);
        visit.page().keyboard().press("Escape");
        assertThat(visit.page().locator("#card-scatter")).isVisible();
    }

    @Test
    void twoCategoriesAreComparedSideBySideOnCommonAxes() {
        FIGCAST.api().figures("penguins", "Gentoo", 30);
        Visit visit = Visit.open(CHROMIUM.page(), FIGCAST.page("penguins", "Adelie")).awaitDrawn("Adelie");

        visit.combobox("Compare with").fill("gen");
        visit.combobox("Compare with").press("Enter");

        visit.page().waitForCondition(() -> visit.ranges().size() == 8);
        visit.page().waitForCondition(() -> {
            List<String> ranges = visit.ranges();
            return List.of(0, 2, 4, 6).stream().allMatch(i -> ranges.get(i).equals(ranges.get(i + 1)));
        });
        // One colour is one count, and one contour one level, on either side.
        visit.page().waitForCondition(() -> scale(visit, "histogram2d", "main").equals(scale(visit, "histogram2d", "other"))
                && scale(visit, "histogram2dcontour", "main").equals(scale(visit, "histogram2dcontour", "other")));
        assertThat(most(visit, "main")).isNotEqualTo(most(visit, "other"));
        assertThat(scale(visit, "histogram2d", "main"))
                .contains("to " + Math.max(most(visit, "main"), most(visit, "other")) + " ");
        assertThat(visit.query()).containsEntry("with", "Gentoo");
        assertThat(visit.page().locator("#versus-name")).hasText("Gentoo");
        visit.button("End the comparison").click();
        visit.page().waitForCondition(() -> visit.ranges().size() == 4);
        visit.page().waitForCondition(
                () -> scale(visit, "histogram2d", "main").contains("to " + most(visit, "main") + " "));
    }

    /** From which count to which the colours reach, and the levels of contours. */
    private static String scale(Visit visit, String kind, String side) {
        return (String) visit.page().evaluate(
                """
                        ([kind, side]) => {
                          const { zmin, zmax, contours = {} } = document.querySelector(`#card-${kind} .plot[data-side=${side}]`)._fullData[0];
                          return `${zmin} to ${zmax} at ${contours.start} ${contours.end} ${contours.size}`;
                        }""",
                List.of(kind, side));
    }

    /** The count of the fullest bin. */
    private static int most(Visit visit, String side) {
        return (int) visit.page().evaluate("""
                side => Math.max(...document.querySelector(`#card-histogram2d .plot[data-side=${side}]`)
                  .calcdata[0][0].z.flatMap(row => [...row]))""", side);
    }
}
