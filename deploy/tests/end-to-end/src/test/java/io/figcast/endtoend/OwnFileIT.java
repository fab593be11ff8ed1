package io.figcast.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;

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

    /** Nothing is named but where the rows are; a listing of columns is a choice for visitors. */
    @Test
    void whatIsChosenOfDatabasesAndFilesIsTheSameAfterItWasSaved() throws Exception {
        String[] tables = { "create table \"Birds seen\" (kind text, seen date, span double precision, weight numeric(6,2))",
                "insert into \"Birds seen\" select case when i % 3 = 0 then 'jay' else 'owl' end, date '2024-01-01' + i,"
                        + " 1 + i / 100.0, i / 3.0 from generate_series(1, 90) i" };
        Files.writeString(directory.resolve("2026-01.csv"),
                "host,time,load\na,2026-01-01T00:00:00Z,1\na,2026-01-02T00:00:00Z,3\n");
        try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(directory.resolve("2026-02.csv.gz")))) {
            packed.write(
                    "host,time,load\na,2026-02-01T00:00:00Z,2\nb,2026-02-02T00:00:00Z,3\n".getBytes(StandardCharsets.UTF_8));
        }
        Path password = Files.writeString(directory.resolve("password"), PostgresServer.PASSWORD);
        Path checkout = StartCommand.checkoutIn(directory);
        try (PostgresServer postgres = PostgresServer.start()) {
            postgres.execute(tables);
            try (StartedSystem system = StartedSystem.startIn(checkout, "--url", postgres.url(), "--table", "Birds seen",
                    "--username", PostgresServer.USER, "--password-file", password.toString(), "--url", postgres.url(),
                    "--query",
                    "select kind, seen, span, weight from \"Birds seen\" where span > 1.3", "--username",
                    PostgresServer.USER,
                    "--password-file", password.toString(), "--columns", "seen,weight,span", "--name", "owls", "--file",
                    directory.resolve("2026-*.csv*").toString(), "--name", "logs", "--save")) {
                assertThat(system.output()).contains("Birds seen: 2 categories, ", "chose category kind, x seen",
                        "owls: 2 categories", "2026-*.csv*: 2 categories, load over time.");
                assertChosen(new Api(system.dashboard()));
            }
            assertThat(Files.readString(checkout.resolve("config/application.properties")))
                    .doesNotContain(PostgresServer.PASSWORD);
            try (StartedSystem system = StartedSystem.startIn(checkout)) {
                assertChosen(new Api(system.dashboard()));
            }
        }
    }

    private static void assertChosen(Api api) {
        JsonNode birds = api.figures("birds-seen", "jay", 30).json();
        assertThat(birds.path("rows").asInt()).isEqualTo(30);
        assertThat(api.get("/api/figures?dataset=birds-seen&category=jay&x=span&y=weight", 30).json().path("rows").asInt())
                .isEqualTo(30);
        assertThat(api.get("/api/figures?dataset=owls&category=owl&y=weight", 30).json().path("rows").asInt()).isEqualTo(40);
        assertThat(api.get("/api/figures?dataset=owls&category=owl&y=kind", 0).json().path("detail").asText())
                .contains("it allows seen, span, weight");
        assertThat(api.figures("logs", "a", 30).json().path("rows").asInt()).isEqualTo(3);
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
