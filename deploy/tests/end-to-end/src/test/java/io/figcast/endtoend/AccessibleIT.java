package io.figcast.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;

/** No state of the page breaks a rule of accessibility that a machine can check, in light colours or in dark ones. */
class AccessibleIT {

    private static final String FIGURES = "**/api/figures?**";

    @RegisterExtension
    static final SharedFigcast FIGCAST = new SharedFigcast();
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @Test
    void whateverIsOpened() {
        Page page = CHROMIUM.page();
        Visit visit = Visit.open(page, FIGCAST.page("fruit", "apples")).awaitDrawn("apples");
        Axe.check(page, "fresh, first visit");
        visit.combobox("Dataset").click();
        Axe.check(page, "datasets opened", ".choosing");
        visit.combobox("Category").fill("an");
        Axe.check(page, "categories searched");
        visit.combobox("Category").fill("nothing is called so");
        Axe.check(page, "nothing found");
        visit.combobox("Category").press("Escape");
        visit.button("Export").click();
        Axe.check(page, "taking away", "#take-menu");
        page.keyboard().press("Escape");
        visit.leaveFields();
        page.keyboard().press("?");
        Axe.check(page, "help");
        page.keyboard().press("Escape");
        page.keyboard().press("t");
        Axe.check(page, "table");
        page.keyboard().press("Escape");
        page.keyboard().press("4");
        Axe.check(page, "one figure fills the window");
        page.keyboard().press("Escape");
        page.keyboard().press("+");
        assertThat(visit.button("Show all")).isVisible();
        Axe.check(page, "zoomed");
        page.keyboard().press("0");
        visit.combobox("Compare with").fill("oranges");
        visit.combobox("Compare with").press("Enter");
        page.waitForCondition(() -> visit.ranges().size() == 8);
        Axe.check(page, "compared");
        visit.leaveFields();
        page.keyboard().press("Escape");
        visit.button("More").click();
        visit.button("Forget").click();
        Axe.check(page, "question");
        visit.button("Cancel").click();
        visit.live().click();
        Axe.check(page, "paused");
    }

    @Test
    void whateverHappens() throws IOException {
        CHROMIUM.expect("502|404|503|ERR_INTERNET_DISCONNECTED");
        Page page = CHROMIUM.page();
        Visit visit = Visit.open(page, FIGCAST.page("fruit", "oranges")).awaitDrawn("oranges");
        // Without an answer the page stays as it is while it waits, however long the check takes.
        page.route(FIGURES, route -> {
        });
        visit.button("Refresh").click();
        visit.awaitBadge("refreshing");
        Axe.check(page, "refreshing");
        FIGCAST.system().produce("{\"category\":\"figs\",\"forget\":true}");
        visit.says(visit.option("figs"), "not computed");
        visit.dashboard().choose("figs");
        visit.says(page.locator("#progress-words"), "Waiting");
        Axe.check(page, "waiting, the figures of before dimmed");
        FIGCAST.system().produce("{\"category\":\"figs\"}");
        visit.awaitBadge("computing");
        Axe.check(page, "computing");
        page.unroute(FIGURES);
        visit = Visit.open(page, FIGCAST.page("fruit", "figs")).awaitDrawn("figs");
        page.context().setOffline(true);
        visit.awaitBadge("offline");
        Axe.check(page, "offline");
        page.context().setOffline(false);
        visit.awaitBadge("fresh");
        FIGCAST.system().produce("{\"category\":\"figs\",\"forget\":true}");
        visit.awaitBadge("forgotten");
        Axe.check(page, "forgotten");
        Visit.open(page, FIGCAST.page("broken", "words")).awaitBadge("empty");
        Axe.check(page, "failed");
        checkFailedShowingTheOlder(page);
        Visit.open(page, FIGCAST.page("fruit", "no such fruit")).awaitBadge("unknown");
        Axe.check(page, "unknown");
        visit = Visit.open(page, FIGCAST.page("brief", "moment")).awaitDrawn("moment");
        visit.live().click();
        visit.awaitBadge("stale");
        Axe.check(page, "stale");
        page.route(FIGURES, route -> route.fulfill(new Route.FulfillOptions().setStatus(503).setBody("{}")));
        visit = Visit.open(page, FIGCAST.page("fruit", "apples"));
        visit.says(visit.notices(), "cannot answer right now");
        Axe.check(page, "unavailable");
    }

    private static void checkFailedShowingTheOlder(Page page) throws IOException {
        Path file = FIGCAST.directory().resolve("flaky.csv");
        Path away = FIGCAST.directory().resolve("flaky.away");
        Visit visit = Visit.open(page, FIGCAST.page("flaky", "moody")).awaitDrawn("moody");
        Files.move(file, away);
        try {
            visit.button("Refresh").click();
            visit.awaitBadge("failed");
            Axe.check(page, "failed, showing the older");
        } finally {
            Files.move(away, file);
        }
        visit.button("Try again").click();
        visit.awaitBadge("fresh");
    }

    @Test
    void recomputingAll() {
        Page page = CHROMIUM.page();
        Visit visit = Visit.open(page, FIGCAST.page("penguins", "Adelie")).awaitDrawn("Adelie");

        visit.button("More").click();
        visit.button("Recompute all").click();
        page.locator("#question-yes").click();
        visit.says(page.locator("#recompute-words"), "recomputed");

        Axe.check(page, "recomputing all");
    }

    @Test
    void inASmallWindow() {
        Page page = CHROMIUM.page(new Browser.NewContextOptions().setLocale("en-GB").setViewportSize(360, 740)
                .setHasTouch(true));
        Visit visit = Visit.open(page, FIGCAST.page("penguins", "Adelie")).awaitDrawn("Adelie");
        Axe.check(page, "narrow");
        visit.combobox("Category").click();
        Axe.check(page, "narrow, categories opened", ".choosing");
        visit.combobox("Category").press("Escape");
        visit.combobox("Compare with").fill("Gentoo");
        visit.combobox("Compare with").press("Enter");
        page.waitForCondition(() -> visit.ranges().size() == 8);
        Axe.check(page, "narrow, compared");
    }

    @Test
    void inChinese() {
        Page page = CHROMIUM.page(new Browser.NewContextOptions().setLocale("zh-CN"));
        Visit.open(page, FIGCAST.page("penguins", "Adelie")).awaitDrawn("Adelie");
        Axe.check(page, "in Chinese");
        page.keyboard().press("?");
        Axe.check(page, "help in Chinese");
    }

    @Test
    void withoutDatasets() {
        Page page = CHROMIUM.page();
        page.route("**/api/datasets", route -> route.fulfill(new Route.FulfillOptions().setStatus(200)
                .setContentType("application/json").setBody("[]")));
        Visit visit = Visit.open(page, FIGCAST.system().dashboard());
        visit.says(visit.notices(), "There are no datasets yet.");

        Axe.check(page, "no datasets");
    }
}
