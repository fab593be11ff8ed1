package io.figcast.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.google.gson.JsonParser;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;

/** Everyone: keyboard, screen readers, small and large windows, light and dark, the first visit. */
class EveryoneIT {

    @RegisterExtension
    static final SharedFigcast FIGCAST = new SharedFigcast();
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @Test
    void everythingWorksByKeyboard() {
        Visit visit = Visit.open(CHROMIUM.page(), FIGCAST.page("penguins", "Adelie")).awaitDrawn("Adelie");
        Page page = visit.page();

        page.keyboard().press("?");
        assertThat(page.locator("#help")).isVisible();
        page.keyboard().press("Escape");
        page.keyboard().press("/");
        page.keyboard().type("gentoo");
        page.keyboard().press("Enter");
        visit.awaitDrawn("Gentoo");
        visit.leaveFields();
        page.keyboard().press("3");
        assertThat(page.locator("#card-scatter")).isHidden();
        page.keyboard().press("t");
        visit.says(page.locator("#table-title"), "Density of Gentoo");
        page.keyboard().press("Escape");
        page.keyboard().press("Escape");
        assertThat(page.locator("#card-scatter")).isVisible();
        page.keyboard().press("l");
        assertThat(page.locator("#live")).hasAttribute("aria-checked", "false");
        page.keyboard().press("l");
        page.keyboard().press("c");
        page.keyboard().type("adel");
        page.keyboard().press("Enter");
        assertThat(page.locator("#end-comparison")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("#compare")).isFocused();
        page.locator("#take").focus();
        page.keyboard().press("ArrowDown");
        assertThat(page.locator("#take-csv")).isFocused();
        page.keyboard().press("Escape");
        assertThat(page.locator("#take")).isFocused();
    }

    @Test
    void theKeyboardsFocusIsSeen() {
        Visit visit = Visit.open(CHROMIUM.page(), FIGCAST.page("penguins", "Adelie")).awaitDrawn("Adelie");
        for (int i = 0; i < 20; i++) {
            visit.page().keyboard().press("Tab");
            assertThat(visit.page().evaluate("""
                    () => { const style = getComputedStyle(document.activeElement);
                      return document.activeElement === document.body || style.outlineStyle !== 'none'; }""")).isEqualTo(true);
        }
    }

    @Test
    void changesAreSpokenAndFiguresHaveTables() {
        Visit visit = Visit.open(CHROMIUM.page(), FIGCAST.page("fruit", "apples")).awaitDrawn("apples");
        assertThat(visit.page().locator("#says")).hasText("apples is ready: 500 rows.");

        visit.button("Show the data of Scatter as a table").click();

        assertThat(visit.page().locator("#table thead th")).hasText(new String[] { "x", "y" });
        assertThat(visit.page().locator("#table tbody tr")).hasCount(500);
    }

    @Test
    void aSmallWindowNeedsNoSidewaysScrolling() {
        Page page = CHROMIUM.page(new Browser.NewContextOptions().setViewportSize(360, 740).setHasTouch(true));
        Visit visit = Visit.open(page, FIGCAST.page("fruit", "apples")).awaitDrawn("apples");

        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
        visit.combobox("Category").click();
        visit.option("oranges").click();
        visit.awaitDrawn("oranges");
    }

    @Test
    void aFingerThatDragsOverAFigureScrollsThePageAndZoomsWhenToldTo() {
        Page page = CHROMIUM
                .page(new Browser.NewContextOptions().setViewportSize(360, 740).setHasTouch(true).setIsMobile(true));
        Visit visit = Visit.open(page, FIGCAST.page("penguins", "Gentoo")).awaitDrawn("Gentoo");
        Locator figure = page.locator("#card-scatter .plot[data-side=main] .nsewdrag");
        figure.scrollIntoViewIfNeeded();
        Object before = page.evaluate("scrollY");

        swipeUp(page, figure.boundingBox());
        page.waitForCondition(() -> !page.evaluate("scrollY").equals(before));
        assertThat(page.url()).doesNotContain("x0=");

        page.locator("#card-scatter .plot[data-side=main] .modebar-btn[data-val=zoom]").tap();
        swipeUp(page, figure.boundingBox());
        page.waitForCondition(() -> page.url().contains("x0="));
        visit.button("Show all").tap();
        page.waitForCondition(() -> !page.url().contains("x0="));
    }

    private static void swipeUp(Page page, BoundingBox box) {
        CDPSession devtools = page.context().newCDPSession(page);
        touch(devtools, "touchStart", box, 0.7);
        for (double height = 0.7; height > 0.2; height -= 0.1) {
            touch(devtools, "touchMove", box, height);
        }
        devtools.send("Input.dispatchTouchEvent",
                JsonParser.parseString("{'type':'touchEnd','touchPoints':[]}").getAsJsonObject());
    }

    private static void touch(CDPSession devtools, String type, BoundingBox box, double height) {
        devtools.send("Input.dispatchTouchEvent", JsonParser.parseString("{'type':'%s','touchPoints':[{'x':%d,'y':%d}]}"
                .formatted(type, (int) (box.x + box.width / 2), (int) (box.y + box.height * height))).getAsJsonObject());
    }

    @Test
    void aWallDisplayIsFilled() {
        Page page = CHROMIUM.page(new Browser.NewContextOptions().setViewportSize(3840, 2160));
        Visit.open(page, FIGCAST.page("fruit", "apples")).awaitDrawn("apples");

        assertThat(page.locator("#card-histogram2dcontour").boundingBox().y).isLessThan(2160);
        assertThat(page.locator("#card-scatter .main-svg").first().boundingBox().width).isGreaterThan(1500);
    }

    @Test
    void lightAndDarkFollowTheSystemAndCanBeSwitchedFiguresIncluded() {
        Page page = CHROMIUM.page(new Browser.NewContextOptions().setColorScheme(ColorScheme.DARK));
        Visit visit = Visit.open(page, FIGCAST.page("fruit", "apples")).awaitDrawn("apples");
        assertThat(paper(page)).isEqualTo("rgb(27, 28, 35)");

        page.getByLabel("Theme").selectOption("light");
        page.waitForCondition(() -> paper(page).equals("rgb(255, 255, 255)"));
        page.reload();
        visit.awaitDrawn("apples");
        assertThat(paper(page)).isEqualTo("rgb(255, 255, 255)");
    }

    @Test
    void reducedMotionIsRespected() {
        Page page = CHROMIUM.page(new Browser.NewContextOptions().setReducedMotion(ReducedMotion.REDUCE));
        Visit.open(page, FIGCAST.page("fruit", "apples")).awaitDrawn("apples");

        assertThat(page.locator(".plot").first()).hasCSS("transition-duration", Pattern.compile("0s(, 0s)*"));
    }

    @Test
    void theFirstVisitIsExplainedInOneSentenceOnce() {
        Visit visit = Visit.open(CHROMIUM.page(), FIGCAST.page("fruit", "apples")).awaitDrawn("apples");
        visit.says(visit.page().locator("#welcome"), "Choose a category: its slow query runs once");

        visit.button("Got it").click();
        visit.page().reload();

        assertThat(visit.page().locator("#welcome")).isHidden();
    }

    @Test
    void anEmptyListOfDatasetsSaysWhatToDo() {
        Page page = CHROMIUM.page();
        page.route("**/api/datasets", route -> route.fulfill(new Route.FulfillOptions().setStatus(200)
                .setContentType("application/json").setBody("[]")));

        Visit visit = Visit.open(page, FIGCAST.system().dashboard());

        visit.says(visit.notices(), "There are no datasets yet.");
        visit.says(visit.notices(), "./start --file");
    }

    private static String paper(Page page) {
        return (String) page.evaluate("getComputedStyle(document.querySelector('#card-scatter .main-svg')).backgroundColor");
    }
}
