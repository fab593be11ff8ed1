package io.figcast.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

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
    void theFiguresSayWhoseTheyAreWhileAnotherCategoryIsComputed() {
        forget("figs");
        Visit visit = Visit.open(CHROMIUM.page(), FIGCAST.page("fruit", "apples")).awaitDrawn("apples");

        visit.dashboard().choose("figs");

        visit.says(visit.page().locator("#rows-scatter"), "Still apples: all 500 rows");
        visit.says(visit.page().locator("#rows-histogram2dcontour"), "Still apples: ");
        visit.says(visit.page().locator("#says"), "figs is being computed; the figures still show apples.");
        visit.awaitDrawn("figs");
        visit.says(visit.page().locator("#rows-scatter"), "all 2,000 rows");
        assertThat(visit.page().locator("#figures")).not().containsText("Still");
    }

    @Test
    void aDrawingThatFailedIsSaidAndTriedAgainByItself() {
        for (String category : List.of("oranges", "figs")) {
            FIGCAST.api().figures("fruit", category, 30);
        }
        Visit visit = Visit.open(CHROMIUM.page(), FIGCAST.page("fruit", "apples")).awaitDrawn("apples");
        visit.page().evaluate("""
                () => {
                  const react = Plotly.react;
                  Plotly.react = () => Promise.reject(new Error('no ink'));
                  globalThis.ink = () => { Plotly.react = react; };
                }""");

        visit.dashboard().choose("oranges");
        visit.says(visit.notices(), "The figures could not be drawn.");
        visit.says(visit.notices(), "no ink. Retrying automatically.");

        visit.page().evaluate("ink()");
        visit.awaitDrawn("oranges");
        assertThat(visit.notices()).isEmpty();
    }

    @Test
    void whatIsPaintedAheadOfPlotlyIsWhatPlotlyDrawsThen() throws IOException {
        FIGCAST.api().figures("fruit", "figs", 30);
        Page page = CHROMIUM.page();
        keepPlotlyWaiting(page);
        Visit visit = Visit.open(page, FIGCAST.page("fruit", "figs"));
        assertThat(page.locator("canvas.ahead")).hasCount(1);
        visit.awaitBadge("fresh");
        BufferedImage ahead = scatter(page);

        page.locator("#figures").dispatchEvent("pointermove");
        visit.awaitDrawn("figs");
        BufferedImage after = scatter(page);

        assertThat(after.getWidth() + "x" + after.getHeight()).isEqualTo(ahead.getWidth() + "x" + ahead.getHeight());
        assertThat(page.evaluate("document.querySelectorAll('#card-scatter .point').length")).isEqualTo(2000);
        // Edges may be smoothed a little differently; a disc at another place would differ in hundreds of pixels.
        assertThat(differing(ahead, after, 100)).isLessThan(20);
    }

    /** Plotly takes over when the page has rested for so long: not before it is asked to. */
    static void keepPlotlyWaiting(Page page) {
        page.addInitScript("""
                const wait = setTimeout;
                globalThis.setTimeout = (does, millis, ...rest) => wait(does, millis === 150 ? 1e6 : millis, ...rest);""");
    }

    static BufferedImage scatter(Page page) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(page.locator("#card-scatter .plots").screenshot()));
    }

    static long differing(BufferedImage one, BufferedImage other, int by) {
        return IntStream.range(0, one.getWidth() * one.getHeight()).filter(i -> {
            Color a = new Color(one.getRGB(i % one.getWidth(), i / one.getWidth()));
            Color b = new Color(other.getRGB(i % one.getWidth(), i / one.getWidth()));
            return Math.abs(a.getRed() - b.getRed()) > by || Math.abs(a.getGreen() - b.getGreen()) > by
                    || Math.abs(a.getBlue() - b.getBlue()) > by;
        }).count();
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
        CHROMIUM.expect("ERR_|503");
        Visit visit = Visit.open(CHROMIUM.page(), FIGCAST.page("fruit", "apples")).awaitDrawn("apples");

        ProcessHandle before = FIGCAST.system().service("chart-service");
        before.destroyForcibly();

        await().atMost(Duration.ofMinutes(1)).ignoreExceptions()
                .until(() -> FIGCAST.system().service("chart-service").pid() != before.pid());
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
