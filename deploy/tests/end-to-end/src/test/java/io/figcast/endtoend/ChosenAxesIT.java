package io.figcast.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.HashSet;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;

/** Everything that a visitor does on the page is about the axes that are chosen there, and nothing else. */
class ChosenAxesIT {

    @RegisterExtension
    static final SharedFigcast FIGCAST = new SharedFigcast();
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final String AXES = "&x=heat&y=wind";

    @Test
    void whatIsForgottenIsForgottenUnderTheseAxesOnly() {
        Visit visit = open("sunny", AXES);
        Visit other = open("sunny", AXES);
        Visit own = open("sunny", "");
        String version = own.version();

        visit.button("More").click();
        visit.button("Forget").click();
        confirm(visit, "Forget");

        visit.awaitBadge("forgotten");
        other.awaitBadge("forgotten");
        assertThat(state("sunny", AXES)).isEqualTo("cold");
        other.button("Compute again").click();
        other.awaitBadge("fresh");
        visit.awaitBadge("fresh");
        assertThat(own.page().locator("#badge")).hasAttribute("data-badge", "fresh");
        assertThat(own.version()).isEqualTo(version);
    }

    @Test
    void allAreRecomputedUnderTheseAxesOnly() {
        Visit visit = open("sunny", AXES);
        open("sunny", "").page().close();
        String before = listed("sunny", "").path("computedAt").asText();
        String version = visit.version();

        visit.button("More").click();
        visit.button("Recompute all").click();
        confirm(visit, "Recompute all");

        visit.says(visit.page().locator("#recompute-words"), "All recomputed.");
        visit.awaitOtherThan(version);
        visit.awaitDrawn("sunny");
        assertThat(List.of(state("sunny", AXES), state("cloudy", AXES), state("unknown", AXES))).containsOnly("ready");
        assertThat(listed("sunny", "").path("computedAt").asText()).isEqualTo(before);
    }

    @Test
    void comparisonAndRegionAreInTheLinkWithTheAxes() {
        Visit visit = open("sunny", AXES);
        visit.combobox("Compare with").fill("clou");
        visit.combobox("Compare with").press("Enter");
        visit.page().waitForCondition(() -> visit.ranges().size() == 8);

        visit.drag("scatter", 0.3, 0.3, 0.6, 0.7);

        visit.page().waitForCondition(() -> new HashSet<>(visit.ranges()).size() == 1);
        assertThat(visit.query()).containsEntry("x", "heat").containsEntry("y", "wind").containsEntry("with", "cloudy")
                .containsKeys("x0", "x1", "y0", "y1");
        Visit shared = Visit.open(CHROMIUM.page(), URI.create(visit.page().url())).awaitDrawn("sunny");
        shared.page().waitForCondition(() -> shared.ranges().equals(visit.ranges()));
        assertThat(shared.version()).isEqualTo(visit.version());
        assertThat(shared.page().locator("#versus-name")).hasText("cloudy");
        assertThat(titles(shared)).isEqualTo(List.of("heat", "wind"));
    }

    @Test
    void linkIntoARegionOfTimesUnderOtherAxesIsShown() {
        Visit visit = open("sunny", "&y=wind&x0=2001-05-01&x1=2002-05-01&y0=0&y1=20");

        assertThat(visit.page().evaluate("document.querySelector('#card-line .plot')._fullLayout.xaxis.range.map(String)"))
                .isEqualTo(List.of("2001-05-01 00:00:00.000", "2002-05-01 00:00:00.000"));
        assertThat(visit.query()).containsEntry("x", "day").containsEntry("y", "wind");
    }

    @Test
    void categoriesAreOfferedInTheirStateUnderTheseAxes() {
        open("sunny", "").page().close();
        open("sunny", "&x=wind&y=day").page().close();
        Visit visit = open("cloudy", "&x=wind&y=day");

        visit.combobox("Category").click();
        assertThat(visit.option("sunny")).containsText("ready · 1,200 rows");
        assertThat(visit.option("unknown")).containsText("not computed");
        assertThat(visit.option("unknown")).not().containsText("rows");
        visit.page().getByLabel("y axis").selectOption("heat");
        visit.awaitDrawn("cloudy");
        visit.combobox("Category").click();
        assertThat(visit.option("sunny")).containsText("not computed");
    }

    @Test
    void whatWasChosenIsSaidTogetherWithWhatTheVisitorChose() {
        Visit visit = open("sunny", AXES);
        Locator notes = visit.page().locator("#data-notes");
        visit.says(notes, "You chose x heat and y wind. Figcast chose category kind, x day and y heat.");

        Visit chinese = Visit.open(CHROMIUM.page(new Browser.NewContextOptions().setLocale("zh-CN")),
                URI.create(visit.page().url())).awaitDrawn("sunny");
        chinese.says(chinese.page().locator("#data-notes"), "您选择了 x 列 heat 和 y 列 wind。");
        visit.page().getByLabel("x axis").selectOption("day");
        visit.page().getByLabel("y axis").selectOption("heat");
        visit.says(notes, "Figcast chose category kind, x day and y heat.");
        assertThat(notes).not().containsText("You chose");
    }

    private static Visit open(String category, String more) {
        return Visit.open(CHROMIUM.page(), URI.create(FIGCAST.page("days", category) + more)).awaitDrawn(category);
    }

    private static void confirm(Visit visit, String words) {
        visit.page().locator("dialog[open]").getByText(words, new Locator.GetByTextOptions().setExact(true)).click();
    }

    private static Object titles(Visit visit) {
        return visit.page().evaluate("""
                [document.querySelector('#card-line .plot')._fullLayout].flatMap(({ xaxis, yaxis }) =>
                  [xaxis.title.text, yaxis.title.text])""");
    }

    private static String state(String category, String axes) {
        return listed(category, axes).path("state").asText();
    }

    private static JsonNode listed(String category, String axes) {
        return FIGCAST.api().get("/api/categories?dataset=days&search=" + category + axes, 0).json().path("categories").path(0);
    }
}
