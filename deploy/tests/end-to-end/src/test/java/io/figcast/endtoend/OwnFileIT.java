package io.figcast.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import io.figcast.testing.PostgresServer;

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

    @Test
    void tablesOfASqliteFileAndOfPostgresqlAreDatasetsOfOneCommand() throws Exception {
        Path file = directory.resolve("some.db");
        String table = "create table birds (kind text, span double precision, weight double precision)";
        String rows = "insert into birds values ('owl', 1.2, 3), ('owl', 1.4, 3.5), ('jay', 0.4, 0.1)";
        try (Connection sqlite = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = sqlite.createStatement()) {
            statement.execute(table);
            statement.execute(rows);
        }
        Path password = Files.writeString(directory.resolve("password"), PostgresServer.PASSWORD);
        try (PostgresServer postgres = PostgresServer.start()) {
            postgres.execute(table, rows);
            try (StartedSystem system = StartedSystem.start("--file", file.toString(), "--table", "birds", "--category", "kind",
                    "--x", "span", "--y", "weight", "--url", postgres.url(), "--query", "select * from birds where span > 1",
                    "--username", PostgresServer.USER, "--password-file", password.toString(), "--category", "kind", "--x",
                    "span", "--y", "weight", "--name", "large")) {
                assertThat(system.output()).contains("some.db, birds: 2 categories, weight over span.",
                        "large: 1 category, weight over span.");
                Api api = new Api(system.dashboard());
                assertThat(api.figures("some", "owl", 30).json().path("rows").asInt()).isEqualTo(2);
                assertThat(api.figures("large", "owl", 30).json().path("rows").asInt()).isEqualTo(2);
            }
        }
    }
}
