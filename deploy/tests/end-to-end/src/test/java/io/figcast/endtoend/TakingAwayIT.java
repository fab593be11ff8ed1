package io.figcast.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;

import io.figcast.testing.Program;

/** Taking away: rows, images, figures, the link, and lines that do what they say. */
class TakingAwayIT {

    @RegisterExtension
    static final SharedFigcast FIGCAST = new SharedFigcast();
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    Path directory;

    @Test
    void theRowsComeAsCsv() throws IOException {
        Visit visit = opened();

        Download download = visit.page().waitForDownload(() -> {
            visit.button("Export").click();
            visit.page().getByText("Download rows (CSV)").click();
        });

        assertThat(download.suggestedFilename()).matches("penguins-Adelie-.+\\.csv");
        List<String> lines = Files.readAllLines(saved(download));
        assertThat(lines).hasSize(152);
        assertThat(lines.get(1)).isEqualTo("39.1,18.7");
    }

    @Test
    void aFigureComesAsPngSvgAndPlotlyJson() throws IOException {
        Visit visit = opened();
        String version = FIGCAST.api().figures("penguins", "Adelie", 30).json().path("version").asText().substring(0, 8);

        Download png = figure(visit, "PNG image");
        assertThat(png.suggestedFilename()).startsWith("penguins-Adelie-" + version).endsWith("-scatter.png");
        assertThat(Files.readAllBytes(saved(png))).startsWith(0x89, 'P', 'N', 'G');

        Download svg = figure(visit, "SVG image");
        assertThat(svg.suggestedFilename()).startsWith("penguins-Adelie-" + version).endsWith("-scatter.svg");
        assertThat(Files.readString(saved(svg))).startsWith("<svg").contains("Bill length (mm)");

        Download json = figure(visit, "Plotly JSON");
        assertThat(json.suggestedFilename()).startsWith("penguins-Adelie-" + version).endsWith("-scatter.json");
        JsonNode figure = MAPPER.readTree(saved(json).toFile());
        assertThat(figure.path("data").path(0).path("x")).hasSize(151);
        assertThat(figure.path("layout").path("margin").path("l").asInt()).isEqualTo(20);
    }

    @Test
    void theCopiedLinesDoWhatTheySay() throws IOException, InterruptedException {
        Visit visit = opened();

        assertThat(copied(visit, "Copy link")).isEqualTo(visit.page().url());
        JsonNode answer = MAPPER.readTree(shell(copied(visit, "Copy curl")));
        assertThat(answer.path("category").asText()).isEqualTo("Adelie");
        assertThat(answer.path("figures")).hasSize(4);
        assertThat(copied(visit, "Copy Python")).contains("plotly.io.from_json", "/api/figures/scatter?dataset=penguins");
        String kcat = copied(visit, "Copy kcat");
        assertThat(kcat).contains("kcat -P -b 127.0.0.1:", " -t category-requests");
        assertThat(shell("kcat() { cat; }; " + kcat)).isEqualTo("{\"dataset\":\"penguins\",\"category\":\"Adelie\"}");
    }

    @Test
    void theCopiedKcatLineHasWhatWasForgottenComputed() throws IOException, InterruptedException {
        assertThat(Program.KCAT.require()).isExecutable();
        Visit visit = opened();
        String kcat = copied(visit, "Copy kcat");
        FIGCAST.system().produce("{\"dataset\":\"penguins\",\"category\":\"Adelie\",\"forget\":true}");
        visit.awaitBadge("forgotten");

        shell(kcat);

        visit.awaitBadge("fresh");
    }

    private Visit opened() {
        Page page = CHROMIUM.page(new Browser.NewContextOptions().setLocale("en-GB")
                .setPermissions(List.of("clipboard-read", "clipboard-write")));
        return Visit.open(page, FIGCAST.page("penguins", "Adelie")).awaitDrawn("Adelie");
    }

    private static Download figure(Visit visit, String form) {
        return visit.page().waitForDownload(() -> {
            visit.button("Download Scatter").click();
            visit.page().locator("#card-scatter").getByText(form).click();
        });
    }

    private static String copied(Visit visit, String what) {
        visit.button("Export").click();
        visit.page().getByText(what, new Page.GetByTextOptions().setExact(true)).click();
        visit.says(visit.toast(), "Copied");
        return (String) visit.page().evaluate("navigator.clipboard.readText()");
    }

    private Path saved(Download download) {
        Path file = directory.resolve(download.suggestedFilename());
        download.saveAs(file);
        return file;
    }

    private static String shell(String line) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sh", "-c", line).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
