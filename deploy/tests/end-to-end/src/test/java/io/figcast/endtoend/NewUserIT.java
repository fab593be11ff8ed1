package io.figcast.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;

/** Somebody with a CSV who has never seen Figcast, using only what is visible on the page. */
class NewUserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @TempDir
    Path directory;

    @Test
    void fromOnesOwnFileToADownloadedFigure() throws IOException {
        Path file = Files.writeString(directory.resolve("birds.csv"), """
                kind,span,weight
                owl,1.2,3.1
                owl,1.4,3.5
                owl,1.3,3.2
                jay,0.4,0.1
                jay,0.5,0.2
                """);
        try (StartedSystem system = StartedSystem.start("--file", file.toString(), "--category", "kind", "--x", "span", "--y",
                "weight")) {
            Page page = CHROMIUM.page();
            page.navigate(system.dashboard().toString());
            assertThat(page.getByText("Choose a category").first()).isVisible();

            Visit visit = new Visit(page);
            visit.combobox("Category").click();
            visit.option("jay").click();
            visit.awaitDrawn("jay");
            Download download = page.waitForDownload(() -> {
                visit.button("Download Line").click();
                page.getByText("PNG image").and(page.locator(":visible")).click();
            });

            assertThat(download.suggestedFilename()).matches("birds-jay-.*-line\\.png");
            assertThat(Files.size(download.path())).isGreaterThan(5_000);
            page.close();
        }
    }
}
