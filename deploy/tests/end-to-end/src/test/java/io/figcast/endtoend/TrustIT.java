package io.figcast.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;

/** Trust: one line that says how old the figures are and where they come from, and one word that sums it up. */
class TrustIT {

    @RegisterExtension
    static final SharedFigcast FIGCAST = new SharedFigcast();
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @Test
    void theStatusLineTellsWhenHowLongWhereFromUntilWhenAndWhichVersion() {
        String version = FIGCAST.api().figures("penguins", "Adelie", 30).json().path("version").asText();
        Visit visit = Visit.open(CHROMIUM.page(), FIGCAST.page("penguins", "Adelie")).awaitDrawn("Adelie");

        assertThat(visit.status()).hasText(Pattern.compile(
                "Computed .*took .*from the memo.*expires in \\d+ hours.*151 rows.*1 left out.*version "
                        + version.substring(0, 8)));
        assertThat(visit.status().locator("time").first()).hasAttribute("title", Pattern.compile(".*20\\d\\d.*:\\d\\d.*"));
        assertThat(visit.reductions()).containsEntry("scatter", "all 151 rows").containsEntry("histogram2d", "all 151 rows");
    }

    @Test
    void theRelativeTimeTicks() {
        Page page = CHROMIUM.page();
        page.clock().install();
        Visit visit = Visit.open(page, FIGCAST.page("penguins", "Gentoo")).awaitDrawn("Gentoo");
        String before = visit.status().textContent();

        page.clock().fastForward(70_000);

        assertThat(visit.status()).not().hasText(before,
                new LocatorAssertions.HasTextOptions().setTimeout(Visit.PATIENCE));
    }

    @Test
    void theBadgeSaysFreshThenStaleThenFreshAgain() {
        Visit visit = Visit.open(CHROMIUM.page(), FIGCAST.page("aging", "old")).awaitDrawn("old");
        // Else the page would ask for a newer one by itself.
        visit.live().click();

        visit.awaitBadge("stale");
        visit.button("Refresh").click();
        visit.awaitBadge("fresh");
    }

    @Test
    void theBadgeSaysThatARefreshIsUnderWay() {
        Visit visit = Visit.open(CHROMIUM.page(), FIGCAST.page("fruit", "figs")).awaitDrawn("figs");

        visit.button("Refresh").click();

        visit.awaitBadge("refreshing");
        visit.awaitBadge("fresh");
        visit.says(visit.status(), "computed fresh");
    }

    @Test
    void aReducedFigureSaysHowManyRowsItShows() {
        Visit visit = Visit.open(CHROMIUM.page(), FIGCAST.page("large", "many")).awaitDrawn("many");

        assertThat(visit.reductions().get("scatter")).matches("[0-9,]+ of 60,000 rows, a fair sample");
        assertThat(visit.reductions().get("line")).matches("[0-9,]+ of 60,000 rows, extremes kept");
        assertThat(visit.reductions().get("histogram2d")).isEqualTo("all 60,000 rows, binned");
    }

    @Test
    void binsWiderThanUsualAreToldAsSuch() {
        Visit visit = Visit.open(CHROMIUM.page(), FIGCAST.page("wide", "far")).awaitDrawn("far");

        assertThat(visit.reductions().get("histogram2d")).isEqualTo("all 60,001 rows, in wider bins");
        assertThat(visit.reductions().get("histogram2dcontour")).isEqualTo("all 60,001 rows, in wider bins");
        assertThat(visit.page().locator("#rows-histogram2d")).hasAttribute("title",
                Pattern.compile("Bins of the usual width would be more than a screen can show"));
        assertThat(visit.reductions().get("scatter")).doesNotContain("bins");
    }
}
