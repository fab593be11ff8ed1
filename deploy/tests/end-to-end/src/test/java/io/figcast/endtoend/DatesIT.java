package io.figcast.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;

/** A file with times of which nothing but the name is told: its axes, what is said of it, and links into it. */
class DatesIT {

    @RegisterExtension
    static final SharedFigcast FIGCAST = new SharedFigcast();
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @Test
    void allFourFiguresHaveAnAxisOfDatesAndTheLineIsInTheirOrder() {
        Visit visit = Visit.open(CHROMIUM.page(), FIGCAST.page("days", "sunny")).awaitDrawn("sunny");

        assertThat(visit.page().evaluate("[...document.querySelectorAll('.plot')].filter(plot => plot.data && !plot.hidden)"
                + ".map(plot => plot._fullLayout.xaxis.type + ' ' + plot._fullLayout.yaxis.type)"))
                .isEqualTo(List.of("date linear", "date linear", "date linear", "date linear"));
        assertThat(visit.reductions()).containsEntry("line", "all 1,200 rows, sorted by time");
        assertThat(visit.page().evaluate("""
                (() => {
                  const { x } = document.querySelector('#card-line .plot').data[0];
                  return x.length === 1200 && x.every((date, index) => index === 0 || x[index - 1] <= date);
                })()""")).isEqualTo(true);
    }

    @Test
    void datesThatArePaintedAheadStandWherePlotlyDrawsThem() throws IOException {
        FIGCAST.api().figures("days", "sunny", 30);
        Page page = CHROMIUM.page();
        NeverBlankIT.keepPlotlyWaiting(page);
        Visit visit = Visit.open(page, FIGCAST.page("days", "sunny"));
        assertThat(page.locator("canvas.ahead")).hasCount(1);
        visit.awaitBadge("fresh");
        BufferedImage ahead = NeverBlankIT.scatter(page);

        page.locator("#figures").dispatchEvent("pointermove");
        visit.awaitDrawn("sunny");

        assertThat(page.evaluate("document.querySelectorAll('#card-scatter .point').length")).isEqualTo(1200);
        assertThat(NeverBlankIT.differing(ahead, NeverBlankIT.scatter(page), 100)).isLessThan(20);
    }

    @Test
    void theCategoryToBeginWithHasRowsAndEachSaysHowManyBeforeItIsComputed() {
        Visit visit = Visit.open(CHROMIUM.page(), FIGCAST.system().dashboard().resolve("?dataset=days")).awaitDrawn("sunny");

        assertThat(visit.query()).containsEntry("category", "sunny");
        visit.combobox("Category").click();
        assertThat(visit.option("unknown")).containsText("0 rows");
        assertThat(visit.option("cloudy")).containsText("2 rows");
    }

    @Test
    void whatIsSaidOfTheDataIsSaidInTheLanguageOfThePage() {
        Visit english = Visit.open(CHROMIUM.page(), FIGCAST.page("days", "sunny")).awaitDrawn("sunny");
        english.says(english.notices(), "1 line of days.csv could not be read and was left out.");
        english.says(english.notices(), "The first is line 1204: 5 columns instead of 4.");
        english.says(english.page().locator("#data-notes"), "Figcast chose category kind, x day and y heat.");

        Visit chinese = Visit.open(CHROMIUM.page(new Browser.NewContextOptions().setLocale("zh-CN")),
                FIGCAST.page("days", "sunny")).awaitDrawn("sunny");
        chinese.says(chinese.notices(), "days.csv 中有 1 行无法读取，已跳过。");
        chinese.says(chinese.notices(), "第一处在第 1204 行：有 5 列，应为 4 列。");
        chinese.says(chinese.page().locator("#data-notes"), "自动选择了类别列 kind、x 列 day 和 y 列 heat。");
    }

    @Test
    void linkIntoARegionOfDatesIsShownAndOneOfNumbersIsSaidNotToFit() {
        String region = "&x0=2001-05-01&x1=2002-05-01&y0=0&y1=20";
        Visit right = Visit.open(CHROMIUM.page(), FIGCAST.system().dashboard().resolve("?dataset=days&category=sunny" + region))
                .awaitDrawn("sunny");
        assertThat(right.page().evaluate("document.querySelector('#card-line .plot')._fullLayout.xaxis.range.map(String)"))
                .isEqualTo(List.of("2001-05-01 00:00:00.000", "2002-05-01 00:00:00.000"));

        Visit wrong = Visit.open(CHROMIUM.page(), FIGCAST.system().dashboard()
                .resolve("?dataset=days&category=sunny" + region.replaceAll("200(.)-05-01", "$1"))).awaitDrawn("sunny");
        wrong.says(wrong.notices(), "x is a column of times here, and the region names numbers.");
        assertThat(wrong.page().evaluate("document.querySelector('#card-line .plot')._fullLayout.xaxis.autorange"))
                .isEqualTo(true);
        wrong.button("Remove the region").click();
        assertThat(wrong.notices()).not().containsText("region");
        assertThat(wrong.query()).doesNotContainKey("x0");
        assertThat(FIGCAST.api().get("/api/figures?dataset=days&category=sunny" + region.replaceAll("200(.)-05-01", "$1"), 30)
                .status()).isEqualTo(400);
    }
}
