package io.figcast.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.Page;

/** Never blank, never frozen: what is on screen while something is computed, fails, or is out of reach. */
class NeverBlankIT {

    @RegisterExtension
    static final SharedFigcast FIGCAST = new SharedFigcast();
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @Test
    void theOldFiguresStayDimmedWhileACategoryIsComputed() {
        forget("figs");
        Visit visit = Visit.open(CHROMIUM.page(), FIGCAST.page("fruit", "apples")).awaitDrawn("apples");

        visit.dashboard().choose("figs");

        assertThat(visit.page().locator("#figures")).hasClass(java.util.regex.Pattern.compile("\\bold\\b"));
        assertThat(visit.page().locator("#card-scatter .main-svg").first()).isVisible();
        assertThat(visit.page().locator("#progress")).isVisible();
        visit.says(visit.page().locator("#progress-words"), "omputing");
        visit.awaitDrawn("figs");
        assertThat(visit.page().locator("#progress")).isHidden();
        assertThat(visit.page().locator("#figures")).not().hasClass(java.util.regex.Pattern.compile("\\bold\\b"));
    }

    @Test
    void theProgressLineComesAfterAMomentAndNotBefore() {
        forget("pineapples");
        Visit visit = Visit.open(CHROMIUM.page(), FIGCAST.page("fruit", "apples")).awaitDrawn("apples");
        visit.page().evaluate("""
                () => {
                  const progress = document.getElementById('progress');
                  const name = document.getElementById('shown-name');
                  let chosen;
                  new MutationObserver(() => { chosen = performance.now(); }).observe(name, { childList: true });
                  new MutationObserver(() => {
                    if (!progress.hidden) { window.quiet ??= performance.now() - chosen; }
                  }).observe(progress, { attributes: true });
                }""");

        visit.dashboard().choose("pineapples");
        visit.awaitDrawn("pineapples");

        assertThat(((Number) visit.page().evaluate("window.quiet")).doubleValue()).isGreaterThanOrEqualTo(280);
    }

    @Test
    void theFourFiguresAlwaysShowOneVersion() {
        Visit visit = Visit.open(CHROMIUM.page(), FIGCAST.page("fruit", "apples")).awaitDrawn("apples");
        visit.page().evaluate("""
                () => {
                  window.mixed = 0;
                  const names = () => new Set([...document.querySelectorAll('.plot[data-side=main]')]
                    .map(plot => plot.getAttribute('aria-label').split(' of ')[1] + plot.data[0].x?.length));
                  const look = () => { if (names().size > 2) { window.mixed++; } requestAnimationFrame(look); };
                  requestAnimationFrame(look);
                }""");

        for (String category : List.of("oranges", "apples", "oranges", "apples")) {
            visit.dashboard().choose(category);
            visit.awaitDrawn(category);
        }

        assertThat(visit.page().evaluate("window.mixed")).isEqualTo(0);
    }

    @Test
    void aFailureSaysWhatHappenedAndOffersARetry() {
        CHROMIUM.expect("502");
        Visit visit = Visit.open(CHROMIUM.page(), FIGCAST.page("broken", "words"));

        visit.awaitBadge("empty");

        visit.says(visit.notices(), "Computing words failed");
        visit.says(visit.notices(), "There is no older result to show.");
        assertThat(visit.page().locator("#progress")).isHidden();
        long before = FIGCAST.system().computations("broken", "words");
        visit.button("Try again").click();
        await().atMost(Duration.ofSeconds(40)).until(() -> FIGCAST.system().computations("broken", "words") > before);
        visit.awaitBadge("empty");
        assertThat(visit.page().locator("#progress")).isHidden();
    }

    @Test
    void aFailedRefreshKeepsTheOlderFiguresAndSaysSo() throws IOException {
        Visit visit = Visit.open(CHROMIUM.page(), FIGCAST.page("flaky", "moody")).awaitDrawn("moody");
        Path file = FIGCAST.directory().resolve("flaky.csv");
        Path away = FIGCAST.directory().resolve("flaky.away");

        Files.move(file, away);
        visit.button("Refresh").click();
        visit.awaitBadge("failed");
        visit.says(visit.notices(), "What you see was computed");
        assertThat(visit.page().locator("#card-scatter .main-svg").first()).isVisible();

        Files.move(away, file);
        visit.button("Try again").click();
        visit.awaitBadge("fresh");
        assertThat(visit.notices()).isEmpty();
    }

    @Test
    void aLostConnectionIsShownAndHealsItself() {
        CHROMIUM.expect("ERR_INTERNET_DISCONNECTED|ERR_FAILED");
        Page page = CHROMIUM.page();
        Visit visit = Visit.open(page, FIGCAST.page("fruit", "apples")).awaitDrawn("apples");

        page.context().setOffline(true);
        visit.awaitBadge("offline");
        visit.says(visit.notices(), "Connection lost");
        assertThat(page.locator("#card-scatter .main-svg").first()).isVisible();

        page.context().setOffline(false);
        visit.awaitBadge("fresh");
        assertThat(visit.notices()).isEmpty();
    }

    @Test
    void aPageSurvivesARestartOfTheService() {
        CHROMIUM.expect("ERR_");
        Visit visit = Visit.open(CHROMIUM.page(), FIGCAST.page("fruit", "apples")).awaitDrawn("apples");

        FIGCAST.system().service("chart-service").destroyForcibly();

        visit.awaitBadge("offline");
        await().atMost(Duration.ofMinutes(3)).ignoreNoExceptions().until(
                () -> "fresh".equals(visit.page().locator("#badge").getAttribute("data-badge")));
        visit.dashboard().choose("oranges");
        visit.awaitDrawn("oranges");
    }

    private static void forget(String category) {
        FIGCAST.system().produce("{\"category\":\"" + category + "\",\"forget\":true}");
        await().atMost(Duration.ofSeconds(20)).until(() -> !state(category).equals("ready"));
    }

    private static String state(String category) {
        for (var dataset : FIGCAST.api().get("api/datasets", 0).json()) {
            for (var one : dataset.path("categories")) {
                if (one.path("name").asText().equals(category)) {
                    return one.path("state").asText();
                }
            }
        }
        throw new AssertionError("no category " + category);
    }
}
