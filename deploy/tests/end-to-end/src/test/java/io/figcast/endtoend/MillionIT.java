package io.figcast.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

import org.duckdb.DuckDBDriver;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;

/** A file with a million categories, by one command and with the heaps that come with it. */
class MillionIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();
    @TempDir
    static Path directory;
    static StartedSystem system;

    @BeforeAll
    static void start() throws SQLException {
        Path file = directory.resolve("sensors.parquet");
        try (var duckDb = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
                var statement = duckDb.createStatement()) {
            statement
                    .execute("copy (select format('sensor {:06d}', i % 1000000) sensor, (i % 97)::double volt, (i % 89)::double"
                            + " ampere from range(3000000) t(i)) to '" + file + "'");
        }
        system = StartedSystem.start("--file", file.toString(), "--category", "sensor", "--x", "volt", "--y", "ampere");
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @Test
    void theListIsSearchedAndScrolledWhereItLies() {
        List<Response> lists = new ArrayList<>();
        var page = CHROMIUM.page();
        page.onResponse(response -> {
            if (response.url().contains("/api/datasets") || response.url().contains("/api/categories")) {
                lists.add(response);
            }
        });
        Visit visit = Visit.open(page, system.dashboard()).awaitDrawn("sensor 000000");
        visit.says(page.locator("#category-count"), "1,000,000 categories");
        assertThat(visit.option("sensor 000000")).hasAttribute("aria-setsize", "1000000");
        visit.says(visit.option("sensor 000000"), "ready");

        page.locator("#category-choices").evaluate("list => { list.scrollTop = list.scrollHeight; }");
        assertThat(visit.option("sensor 999999")).hasAttribute("aria-posinset", "1000000");
        page.locator("#category-choices").evaluate("list => { list.scrollTop = list.scrollHeight / 2; }");
        assertThat(page.locator("#category-choices [role=option][aria-busy=true]")).hasCount(0);
        assertThat(visit.option("sensor 5000").first()).isVisible();

        Locator field = visit.combobox("Category");
        field.fill("SOR 77777");
        visit.says(page.locator("#category-count"), "10 of 1,000,000 match");
        assertThat(page.locator("#category-choices [role=option]")).hasCount(10);
        field.press("ArrowDown");
        field.press("Enter");
        visit.awaitDrawn("sensor 777771");
        assertThat(field).hasValue("sensor 777771");
        visit.says(visit.option("sensor 777771"), "ready · 3 rows");
        assertThat(lists.stream().mapToInt(response -> response.body().length).sum()).as("bytes of lists")
                .isLessThan(150_000);
    }

    @Test
    void whatIsTypedAndConfirmedAtOnceIsFoundAndArrowKeysGoOnAcrossPages() {
        Visit visit = Visit.open(CHROMIUM.page(), system.dashboard()).awaitDrawn("sensor 000000");
        visit.dashboard().choose("456799");
        visit.awaitDrawn("sensor 456799");
        visit.leaveFields();
        for (String next : List.of("sensor 456800", "sensor 456801")) {
            visit.page().keyboard().press("ArrowRight");
            visit.awaitDrawn(next);
        }
        visit.page().keyboard().press("ArrowLeft");
        visit.awaitDrawn("sensor 456800");
        assertThat(visit.option("sensor 456800")).hasAttribute("aria-selected", "true");
        visit.page().goBack();
        visit.awaitDrawn("sensor 456801");
    }

    @Test
    void anyCategoryHasALinkAndOneThatIsNotThereIsSaidToBeNone() {
        Visit visit = Visit.open(CHROMIUM.page(), system.dashboard().resolve("?dataset=sensors&category=sensor%20987654"))
                .awaitDrawn("sensor 987654");
        assertThat(visit.combobox("Category")).hasValue("sensor 987654");
        assertThat(visit.option("sensor 987654")).hasAttribute("aria-posinset", "987655");

        CHROMIUM.expect("404");
        visit.page().navigate(system.dashboard().resolve("?dataset=sensors&category=sensor%201000000").toString());
        visit.says(visit.notices(), "There is no category “sensor 1000000”");
    }

    @Test
    void theListIsSeenInAllItsShapes() {
        for (int width : List.of(1280, 420)) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                Visit visit = Visit.open(CHROMIUM.page(new Browser.NewContextOptions().setLocale("en-GB")
                        .setViewportSize(width, 900).setColorScheme(scheme)),
                        system.dashboard().resolve("?dataset=sensors&category=sensor%20500000")).awaitDrawn("sensor 500000");
                visit.combobox("Category").click();
                assertThat(visit.option("sensor 500000")).isInViewport();
                visit.page().screenshot(new com.microsoft.playwright.Page.ScreenshotOptions()
                        .setPath(Path.of("target", "pictures", "million-" + width + "-" + scheme + ".png")));
            }
        }
    }
}
