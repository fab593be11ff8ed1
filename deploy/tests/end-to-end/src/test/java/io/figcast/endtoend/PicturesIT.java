package io.figcast.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

/** Takes the pictures of the documentation from the real system, when asked: {@code -Dfigcast.pictures=docs/images}. */
@EnabledIfSystemProperty(named = "figcast.pictures", matches = ".+")
class PicturesIT {

    @RegisterExtension
    static final SharedFigcast FIGCAST = new SharedFigcast();
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final Path TARGET = StartCommand.ROOT.resolve(System.getProperty("figcast.pictures", "target"));

    @Test
    void everyStateOfThePage() throws IOException {
        CHROMIUM.expect("502|ERR_INTERNET_DISCONNECTED");
        Page page = page(1120, 800, ColorScheme.LIGHT);
        Visit visit = new Visit(page);
        page.navigate(FIGCAST.page("fruit", "apples").toString());
        page.locator("#progress").waitFor();
        take(page, "cold");
        visit.awaitDrawn("apples");
        visit.button("Got it").click();
        // Without an answer the page goes on saying that it is being computed, for as long as the picture takes.
        page.route("**/api/figures?**", route -> {
        });
        visit.dashboard().choose("figs");
        FIGCAST.system().produce("{\"category\":\"figs\"}");
        visit.awaitBadge("computing");
        take(page, "computing");
        page.unroute("**/api/figures?**");
        page.reload();
        visit.awaitDrawn("figs");
        visit.leaveFields();
        page.waitForTimeout(500);
        take(page, "ready");
        page.context().setOffline(true);
        visit.awaitBadge("offline");
        take(page, "offline");
        page.context().setOffline(false);
        visit.awaitBadge("fresh");
        Visit.open(page, FIGCAST.page("flaky", "moody")).awaitDrawn("moody");
        Path file = FIGCAST.directory().resolve("flaky.csv");
        Files.move(file, file.resolveSibling("flaky.away"));
        visit.button("Refresh").click();
        visit.awaitBadge("failed");
        page.waitForTimeout(6_000);
        take(page, "failed");
        Files.move(file.resolveSibling("flaky.away"), file);
        Visit.open(page, FIGCAST.page("aging", "old")).awaitDrawn("old").awaitBadge("stale");
        take(page, "stale");
    }

    @Test
    void everyShapeOfThePage() throws IOException {
        Page narrow = CHROMIUM.page(new Browser.NewContextOptions().setLocale("en-GB").setViewportSize(360, 740)
                .setHasTouch(true).setIsMobile(true));
        Visit.open(narrow, FIGCAST.page("penguins", "Gentoo")).awaitDrawn("Gentoo").button("Got it").click();
        take(narrow, "narrow");
        Page dark = page(1120, 800, ColorScheme.DARK);
        Visit.open(dark, FIGCAST.page("penguins", "Gentoo")).awaitDrawn("Gentoo").button("Got it").click();
        take(dark, "dark");
        Page wide = page(1600, 860, ColorScheme.LIGHT);
        FIGCAST.api().figures("penguins", "Adelie", 30);
        Visit compared = Visit.open(wide,
                FIGCAST.system().dashboard().resolve("?dataset=penguins&category=Adelie&with=Gentoo"));
        compared.awaitDrawn("Adelie").button("Got it").click();
        wide.waitForCondition(() -> compared.ranges().size() == 8);
        take(wide, "compare");
        Page chinese = CHROMIUM.page(new Browser.NewContextOptions().setLocale("zh-CN").setViewportSize(1120, 800));
        Visit.open(chinese, FIGCAST.page("fruit", "figs")).awaitDrawn("figs").button("知道了").click();
        take(chinese, "ready.zh-CN");
    }

    private static Page page(int width, int height, ColorScheme scheme) {
        return CHROMIUM.page(new Browser.NewContextOptions().setLocale("en-GB").setViewportSize(width, height)
                .setColorScheme(scheme));
    }

    private static void take(Page page, String name) throws IOException {
        Files.createDirectories(TARGET);
        page.mouse().move(0, 0);
        page.waitForTimeout(500);
        page.screenshot(new Page.ScreenshotOptions().setPath(TARGET.resolve(name + ".png")));
    }
}
