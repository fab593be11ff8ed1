package io.figcast.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From a category to four live figures, in a real browser. */
class MainJobIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static StartedSystem system;

    @BeforeAll
    static void starts() {
        system = StartedSystem.start("--demo-cost", "1s");
    }

    @AfterAll
    static void stops() {
        if (system != null) {
            system.close();
        }
    }

    @Test
    void aChosenCategoryIsDrawnInFourPlots() {
        DashboardPage page = DashboardPage.open(CHROMIUM.page(), system.dashboard());
        page.awaitDrawn("apples");

        page.choose("oranges");

        page.awaitDrawn("oranges");
        assertThat(URI.create(page.page().url()).getQuery()).contains("category=oranges");
        assertThat(system.computations("fruit", "apples")).isEqualTo(1);
        assertThat(system.computations("fruit", "oranges")).isEqualTo(1);
    }

    @Test
    void anotherVisitorIsServedFromTheMemo() {
        DashboardPage.open(CHROMIUM.page(), system.dashboard()).awaitDrawn("apples");

        DashboardPage.open(CHROMIUM.page(), system.dashboard()).awaitDrawn("apples");

        assertThat(system.computations("fruit", "apples")).isEqualTo(1);
    }

    @Test
    void aRequestThroughKafkaUpdatesAnOpenPageByItself() {
        DashboardPage watching = DashboardPage.open(CHROMIUM.page(), system.dashboard().resolve("?category=figs"));
        watching.awaitDrawn("figs");
        String before = version("figs");

        system.produce("{\"category\":\"figs\",\"refresh\":true}");

        watching.page().waitForFunction("before => !document.querySelector('#status').textContent.includes(before)",
                before.substring(0, 6));
        watching.awaitDrawn("figs");
        assertThat(version("figs")).isNotEqualTo(before);
    }

    @Test
    void penguinsAreDrawnFromRealMeasurements() {
        DashboardPage page = DashboardPage.open(CHROMIUM.page(), system.dashboard().resolve("?dataset=penguins"));

        page.choose("Gentoo");

        page.awaitDrawn("Gentoo");
    }

    private static String version(String category) {
        return new Api(system.dashboard()).figures("fruit", category, 30).json().path("version").asText();
    }
}
