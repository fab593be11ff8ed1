package io.figcast.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.Locator;

/** Choosing: fields searched by typing, marks of state, arrow keys, and an address that restores what was seen. */
class ChoosingIT {

    @RegisterExtension
    static final SharedFigcast FIGCAST = new SharedFigcast();
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @Test
    void aCategoryIsFoundByTypingAPartOfItsName() {
        Visit visit = Visit.open(CHROMIUM.page(), FIGCAST.page("fruit", "apples")).awaitDrawn("apples");

        Locator field = visit.combobox("Category");
        field.fill("RANG");
        assertThat(visit.page().locator("#category-choices [role=option]")).containsText(new String[] { "oranges" });
        field.press("Enter");

        assertThat(visit.page().locator("#shown-name")).hasText("oranges");
        assertThat(visit.query()).containsEntry("category", "oranges");
        visit.awaitDrawn("oranges");
    }

    @Test
    void eachCategoryTellsItsStateAndHowLongItTook() {
        FIGCAST.api().figures("penguins", "Adelie", 30);
        Visit visit = Visit.open(CHROMIUM.page(), FIGCAST.page("penguins", "Adelie")).awaitDrawn("Adelie");

        visit.says(visit.option("Adelie"), "ready · 151 rows · took");
        assertThat(visit.option("Adelie")).hasAttribute("aria-selected", "true");
    }

    @Test
    void anArrowKeyHeldDownPassesNoCategoryByAndEndsWithTheRightOne() {
        for (String category : List.of("apples", "oranges", "figs", "pineapples")) {
            FIGCAST.api().figures("fruit", category, 30);
        }
        Visit visit = Visit.open(CHROMIUM.page(), FIGCAST.page("fruit", "apples")).awaitDrawn("apples");
        visit.page().evaluate(
                """
                        () => {
                          globalThis.seen = [];
                          const look = () => {
                            const names = new Set([...document.querySelectorAll('.plot[data-side=main]')].map(plot => plot.dataset.name));
                            const [name] = names;
                            if (names.size === 1 && globalThis.seen.at(-1) !== name) { globalThis.seen.push(name); }
                            requestAnimationFrame(look);
                          };
                          look();
                        }""");
        visit.leaveFields();

        long end = System.nanoTime() + Duration.ofSeconds(40).toNanos();
        while (!visit.page().url().contains("pineapples") && System.nanoTime() < end) {
            visit.page().keyboard().down("ArrowRight");
        }
        visit.page().keyboard().up("ArrowRight");

        visit.awaitDrawn("pineapples");
        assertThat(visit.page().evaluate("globalThis.seen.join()")).isEqualTo("apples,oranges,figs,pineapples");
    }

    @Test
    void arrowKeysMoveThroughCategories() {
        FIGCAST.api().figures("penguins", "Chinstrap", 30);
        Visit visit = Visit.open(CHROMIUM.page(), FIGCAST.page("penguins", "Adelie")).awaitDrawn("Adelie");

        visit.page().keyboard().press("ArrowRight");
        visit.awaitDrawn("Chinstrap");
        visit.page().keyboard().press("ArrowLeft");
        visit.awaitDrawn("Adelie");

        Locator field = visit.combobox("Category");
        field.click();
        field.press("ArrowDown");
        field.press("ArrowDown");
        field.press("Enter");
        visit.awaitDrawn("Chinstrap");
    }

    @Test
    void backForwardReloadAndASharedLinkRestoreWhatWasSeen() {
        FIGCAST.api().figures("penguins", "Gentoo", 30);
        Visit visit = Visit.open(CHROMIUM.page(), FIGCAST.page("penguins", "Adelie")).awaitDrawn("Adelie");
        visit.dashboard().choose("Gentoo");
        visit.awaitDrawn("Gentoo");
        visit.leaveFields();
        visit.page().keyboard().press("+");
        visit.page().waitForCondition(() -> visit.page().url().contains("x0="));
        visit.page().keyboard().press("2");
        visit.page().waitForCondition(() -> visit.page().url().contains("figure=line"));
        visit.awaitDrawn("Gentoo");
        String ranges = visit.ranges().get(1);
        String link = visit.page().url();

        visit.page().goBack();
        assertThat(visit.query()).doesNotContainKey("figure");
        visit.page().goBack();
        visit.awaitDrawn("Adelie");
        visit.page().goForward();
        visit.awaitDrawn("Gentoo");

        Visit other = new Visit(CHROMIUM.page());
        other.page().navigate(link);
        other.awaitDrawn("Gentoo");
        assertThat(other.page().locator("#card-line")).isVisible();
        assertThat(other.page().locator("#card-scatter")).isHidden();
        assertThat(other.ranges().get(1)).isEqualTo(ranges);
        other.page().reload();
        other.awaitDrawn("Gentoo");
        assertThat(other.ranges().get(1)).isEqualTo(ranges);
    }

    @Test
    void thousandsOfCategoriesStayQuick() {
        Visit visit = Visit.open(CHROMIUM.page(), FIGCAST.system().dashboard().resolve("?dataset=hostile"));
        visit.says(visit.page().locator("#category-count"), "10,000 categories");
        visit.combobox("Category").click();

        Number milliseconds = (Number) visit.page().evaluate("""
                async () => {
                  const field = document.getElementById('category');
                  const start = performance.now();
                  for (const text of ['w', 'wi', 'window.ran=99', 'window.ran=9999', '9999']) {
                    field.value = text;
                    field.dispatchEvent(new Event('input', { bubbles: true }));
                    await new Promise(requestAnimationFrame);
                  }
                  return performance.now() - start;
                }""");

        assertThat(milliseconds.doubleValue()).as("five keys").isLessThan(2_000);
        assertThat(visit.page().locator("#category-choices [role=option]")).hasCount(1);
    }

    @Test
    void anAddressThatCannotBeSaysSoAndLosesNoConnection() {
        Visit visit = Visit.open(CHROMIUM.page(), FIGCAST.system().dashboard().resolve("?dataset=No%20such%20one&figure=pie"));

        visit.says(visit.notices(), "There is no dataset “No such one”.");
        assertThat(visit.notices()).not().containsText("Connection lost");
        assertThat(visit.page().locator("#card-scatter")).isVisible();
        visit.combobox("Dataset").click();
        visit.page().locator("#dataset-choices [role=option]").getByText("Fruit").click();
        visit.awaitDrawn("apples");
    }
}
