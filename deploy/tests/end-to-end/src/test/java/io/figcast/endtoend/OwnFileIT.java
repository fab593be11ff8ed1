package io.figcast.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A dashboard over a file of one's own, with no configuration file. */
class OwnFileIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @TempDir
    Path directory;

    @Test
    void aFileOfOnesOwnBecomesTheDashboard() throws IOException {
        Path file = Files.writeString(directory.resolve("My birds, 2026.csv"), """
                kind,wing span,weight
                owl,1.2,3
                owl,1.4,3.5
                owl,,4
                "jay, blue",0.4,0.1
                "jay, blue",0.5,0.2
                """);

        try (StartedSystem system = StartedSystem.start("--file", file.toString(), "--category", "kind", "--x", "wing span",
                "--y", "weight")) {
            assertThat(system.output()).contains(system.dashboard() + "?dataset=my-birds-2026");
            DashboardPage page = DashboardPage.open(CHROMIUM.page(), system.dashboard());
            page.choose("jay, blue");
            page.awaitDrawn("jay, blue");
            page.page().close();

            Api.Answer owls = new Api(system.dashboard()).figures("my-birds-2026", "owl", 30);
            assertThat(owls.status()).isEqualTo(200);
            assertThat(owls.json().path("rows").asInt()).isEqualTo(2);
            assertThat(owls.json().path("omitted").asInt()).isEqualTo(1);
        }
    }
}
