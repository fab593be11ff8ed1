package io.figcast.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

/** The choice of axes among the columns of a file that nobody described. */
class AxesIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final Path PICTURES = Path.of("target", "axes");

    @TempDir
    Path directory;

    @Test
    void anotherAxisIsOneActionAndLiveForEveryone() throws IOException {
        Path file = Files.writeString(directory.resolve("birds.csv"), rows(1));
        try (StartedSystem system = StartedSystem.start("--file", file.toString())) {
            Visit visit = Visit.open(CHROMIUM.page(), system.dashboard().resolve("?dataset=birds&category=owl"));
            visit.awaitDrawn("owl").button("Got it").click();
            String before = visit.version();
            String x = visit.page().locator("#x-axis").inputValue();
            String other = visit.page().locator("#y-axis").inputValue().equals("wing span") ? "weight" : "wing span";
            visit.drag("line", 0.2, 0.2, 0.8, 0.8);
            visit.page().waitForCondition(() -> visit.page().url().contains("x0="));

            visit.page().getByLabel("y axis").selectOption(other);

            awaitAnotherThan(before, visit);
            assertThat(visit.query()).containsEntry("x", x).containsEntry("y", other).doesNotContainKey("x0");
            assertThat(axisType(visit, "xaxis")).isEqualTo("date");
            awaitComputations(2, system);
            Visit second = Visit.open(CHROMIUM.page(), URI.create(visit.page().url())).awaitDrawn("owl");
            assertThat(second.version()).isEqualTo(visit.version());
            pictures(visit.page().url());

            String shared = second.version();
            visit.button("Refresh").click();
            awaitAnotherThan(shared, second);
            awaitComputations(3, system);

            visit.page().goBack();
            awaitAnotherThan(shared, visit);
            assertThat(visit.version()).isEqualTo(before);
            assertThat(visit.page().locator("#y-axis")).not().hasValue(other);

            String refreshed = second.version();
            second.page().getByLabel("x axis").selectOption("seen");
            awaitAnotherThan(refreshed, second);
            awaitComputations(4, system);
            String old = second.version();
            Files.writeString(file, rows(2));
            awaitAnotherThan(old, second);
            visit.page().close();
            second.page().close();
        }
    }

    @Test
    void columnThatCannotBeDrawnIsToldWithThoseThatCan() throws IOException {
        CHROMIUM.expect("400");
        Path file = Files.writeString(directory.resolve("birds.csv"), rows(1));
        try (StartedSystem system = StartedSystem.start("--file", file.toString())) {
            Visit visit = Visit.open(CHROMIUM.page(), system.dashboard().resolve("?dataset=birds&category=owl&y=kind"));

            visit.says(visit.notices(), "does not allow this column as an axis");
            visit.says(visit.notices(), "wing span");

            visit.page().getByLabel("y axis").selectOption("weight");
            visit.awaitBadge("fresh");
            visit.awaitDrawn("owl");
            visit.page().close();
        }
    }

    /** Until the figures of another version are drawn, and not only those of before gone. */
    private static void awaitAnotherThan(String version, Visit visit) {
        visit.page().waitForFunction("""
                before => {
                  const shown = document.querySelector('#status').lastElementChild?.title;
                  return shown && shown !== before;
                }""", version, new Page.WaitForFunctionOptions().setTimeout(Visit.PATIENCE));
        visit.awaitDrawn("owl");
    }

    /** What is logged comes a moment later; none too many ever comes. */
    private static void awaitComputations(long count, StartedSystem system) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(computations(system)).isEqualTo(count));
    }

    private static String rows(long seed) {
        Random random = new Random(seed);
        return Stream.concat(Stream.of("kind,day,seen,wing span,weight"), IntStream.range(0, 600).mapToObj(i -> {
            LocalDate day = LocalDate.of(2024, 1, 1).plusDays(i);
            return (i % 3 == 0 ? "jay" : "owl") + "," + day + "," + day.plusDays(random.nextInt(40)) + ","
                    + (1 + random.nextGaussian() / 5) + "," + (3 + random.nextGaussian());
        })).collect(Collectors.joining("\n", "", "\n"));
    }

    private static long computations(StartedSystem system) {
        return system.output().lines().filter(line -> line.contains("Computing slice dataset=birds")).count();
    }

    private static Object axisType(Visit visit, String axis) {
        return visit.page().evaluate("axis => document.querySelector('#card-line .plot')._fullLayout[axis].type", axis);
    }

    /** For those who look: wide and narrow, light and dark, in either language. */
    private static void pictures(String address) throws IOException {
        Files.createDirectories(PICTURES);
        for (ColorScheme scheme : new ColorScheme[] { ColorScheme.LIGHT, ColorScheme.DARK }) {
            for (int width : new int[] { 1280, 360 }) {
                Page page = CHROMIUM
                        .page(new Browser.NewContextOptions().setLocale(scheme == ColorScheme.DARK ? "zh-CN" : "en-GB")
                                .setViewportSize(width, 800).setColorScheme(scheme));
                Visit.open(page, URI.create(address)).awaitDrawn("owl");
                page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(scheme + "-" + width + ".png")));
                page.close();
            }
        }
    }
}
