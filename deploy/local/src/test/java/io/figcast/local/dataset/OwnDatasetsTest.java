package io.figcast.local.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.figcast.local.dataset.OwnDatasets.Option;

class OwnDatasetsTest {

    @TempDir
    Path directory;

    private Path file;
    private String input = "";

    @BeforeEach
    void writesAFile() throws IOException {
        file = Files.writeString(directory.resolve("My Birds, 2026.csv"), "kind,wing span,weight\nowl,1.2,3\n");
    }

    @Test
    void aFileAloneIsTheDefaultDataset() {
        assertThat(named("--file", file.toString()).properties()).containsExactlyInAnyOrderEntriesOf(
                Map.of("figcast.default-dataset", "my-birds-2026", "figcast.data-directories", directory.toString(),
                        "figcast.datasets.my-birds-2026.file", file.toString(), "figcast.datasets.my-birds-2026.title",
                        "My Birds, 2026.csv"));
    }

    @Test
    void columnsThatAreNamedAreTaken() {
        assertThat(named("--category", "kind", "--file", file.toString(), "--x", "wing ${span}", "--y", "weight").properties())
                .containsEntry("figcast.datasets.my-birds-2026.category-column", "kind")
                .containsEntry("figcast.datasets.my-birds-2026.x-column", "wing \\${span}")
                .containsEntry("figcast.datasets.my-birds-2026.y-column", "weight");
    }

    @Test
    void columnsThatMayBeDrawnAreListed() {
        assertThat(named("--file", file.toString(), "--columns", "wing span,weight").properties())
                .containsEntry("figcast.datasets.my-birds-2026.columns", "wing span,weight");
        assertThat(named("--url", "duckdb:some.db", "--table", "t", "--columns", "a").properties())
                .containsEntry("figcast.datasets.t.columns", "a");
        refused("--columns is a list of columns such as price,weight, not 'a,,b'.", "--file", file.toString(), "--columns",
                "a,,b");
    }

    @Test
    void eachFileAndEachUrlBeginsADatasetOfItsOwn() {
        OwnDatasets datasets = named("--file", file.toString(), "--x", "a", "--url", "duckdb:some.db", "--table", "t",
                "--category", "a", "--x", "b", "--y", "c", "--file",
                file.toString(), "--x", "b");

        assertThat(datasets.list()).extracting(OwnDataset::name).containsExactly("my-birds-2026", "t", "my-birds-2026-2");
        assertThat(datasets.properties()).containsEntry("figcast.default-dataset", "my-birds-2026")
                .containsEntry("figcast.datasets.my-birds-2026.x-column", "a")
                .containsEntry("figcast.datasets.my-birds-2026-2.x-column", "b")
                .containsEntry("figcast.datasets.t.url", "jdbc:duckdb:some.db").containsEntry("figcast.datasets.t.table", "t");
    }

    @Test
    void aGlobIsOneDatasetOfAllItsFiles() {
        Path glob = directory.resolve("logs/2026-*.parquet");
        refused("There is no directory " + directory.resolve("logs") + " for --file " + glob + ".", "--file", glob.toString());

        OwnDatasets datasets = named("--file", directory.resolve("*/My*.csv").toString());

        assertThat(datasets.properties()).containsEntry("figcast.data-directories", directory.toString())
                .containsEntry("figcast.datasets.my.file", directory.resolve("*/My*.csv").toString());
    }

    @Test
    void standardInputIsKeptUnderANameThatTellsItsKind() throws IOException {
        input = "kind,x,y\nowl,1,2\n";
        Path kept = directory.resolve("scratch/stdin.csv");

        assertThat(named("--file", "-").properties()).containsEntry("figcast.default-dataset", "stdin")
                .containsEntry("figcast.datasets.stdin.file", kept.toString())
                .containsEntry("figcast.data-directories", kept.getParent().toString());
        assertThat(kept).hasContent(input);
        input = "[{\"a\":1}]";
        assertThat(named("--file", "-").properties()).containsEntry("figcast.datasets.stdin.file",
                directory.resolve("scratch/stdin.json").toString());
        refused("--file - can be named once only: there is one standard input.", "--file", "-", "--file", "-");
        input = "";
        refused("--file - reads standard input, and nothing came.", "--file", "-");
    }

    @Test
    void aDatabaseThatIsAFileNeedsATableOfIt() throws IOException {
        Path database = Files.writeString(directory.resolve("some.db"), "SQLite format 3\0rest");

        assertThat(named("--file", database.toString(), "--table", "orders", "--category", "a", "--x", "b", "--y", "c")
                .properties())
                .containsEntry("figcast.datasets.some.url", "jdbc:sqlite:" + database)
                .containsEntry("figcast.datasets.some.table", "orders")
                .containsEntry("figcast.datasets.some.files", database.toString());
        refused("A database needs either --table TABLE or --query 'select …', and jdbc:sqlite:" + database + " has neither.",
                "--file", database.toString());
        refused("--table is about a database, and My Birds, 2026.csv is none.", "--file", file.toString(), "--table", "t");
    }

    @Test
    void aDatabaseIsAskedByAQueryWithAPasswordThatStaysInItsFile() throws IOException {
        Path password = Files.writeString(directory.resolve("password"), "secret");

        assertThat(named("--url", "jdbc:postgresql://db/shop", "--query", "select a, b, c from t", "--username", "me",
                "--category", "a", "--x", "b", "--y", "c",
                "--password-file", password.toString(), "--name", "shop").properties()).containsExactlyInAnyOrderEntriesOf(
                        Map.of("figcast.default-dataset", "shop", "figcast.datasets.shop.title", "shop",
                                "figcast.datasets.shop.url", "jdbc:postgresql://db/shop", "figcast.datasets.shop.query",
                                "select a, b, c from t", "figcast.datasets.shop.username", "me",
                                "figcast.datasets.shop.password-file", password.toString(),
                                "figcast.datasets.shop.category-column", "a",
                                "figcast.datasets.shop.x-column", "b", "figcast.datasets.shop.y-column", "c"));
        assertThat(named("--url", "jdbc:postgresql://db/shop", "--table", "t").properties().keySet()).containsExactlyInAnyOrder(
                "figcast.default-dataset", "figcast.datasets.t.title", "figcast.datasets.t.url", "figcast.datasets.t.table");
        refused("--url is a JDBC address such as jdbc:postgresql://host:5432/database or duckdb:some.db, not shop.", "--url",
                "shop", "--table", "t");
        refused("A database needs either --table TABLE or --query 'select …', and jdbc:postgresql://db/shop has both.", "--url",
                "jdbc:postgresql://db/shop?password=x", "--table", "t", "--query", "select 1");
        refused("--password-file " + directory.resolve("no") + " is not a file that can be read.", "--url",
                "jdbc:postgresql://db/shop", "--table", "t", "--password-file", directory.resolve("no").toString());
    }

    @Test
    void whatCannotBeMeantIsRefused() {
        refused("There is no file " + directory.resolve("no.csv") + ".", "--file", directory.resolve("no.csv").toString());
        refused(directory + " is not a file that can be read; for all files in it: --file '" + directory + "/*.csv'.", "--file",
                directory.toString());
        refused("--x is about data of your own, but there is no --file and no --url.", "--x", "a");
        refused("--x is given twice for one dataset; another --file or --url begins another one.", "--file", file.toString(),
                "--x", "a", "--x", "b");
        refused("--username is about a database that --url names, not about a file.", "--file", file.toString(), "--username",
                "me");
    }

    @Test
    void namesAreThoseThatAreFree() throws IOException {
        Path fruit = Files.copy(file, directory.resolve("fruit.csv"));

        assertThat(named("--file", fruit.toString()).list()).extracting(OwnDataset::name).containsExactly("fruit-2");
        refused("--name fruit is taken by another dataset; choose another.", "--file", fruit.toString(), "--name", "fruit");
        refused("--name has 1 to 63 of a to z, 0 to 9 and -, and does not begin with -; it cannot be Ü.", "--file",
                fruit.toString(), "--name", "Ü");
    }

    @Test
    void whatIsSavedIsReadAsItWasGiven() throws IOException {
        SavedConfiguration saved = new SavedConfiguration(directory);
        OwnDatasets datasets = named("--file", file.toString(), "--x", "Länge = \\ #1");
        saved.requirePossible(datasets, directory.resolve("scratch"));

        saved.write(datasets.properties());

        Properties read = new Properties();
        try (var text = Files.newBufferedReader(directory.resolve("config/application.properties"))) {
            read.load(text);
        }
        assertThat(read).containsExactlyInAnyOrderEntriesOf(datasets.properties());
        assertThatThrownBy(() -> saved.requirePossible(datasets, directory)).hasMessageContaining("standard input");
        assertThatThrownBy(() -> saved.requirePossible(datasets, directory.resolve("scratch")))
                .hasMessage("--save would write " + saved.file() + ", which is there already; move it away first.");
        assertThatThrownBy(() -> saved.requirePossible(new OwnDatasets(List.of()), directory))
                .hasMessage("--save keeps datasets, but there is no --file and no --url.");
    }

    private OwnDatasets named(String... arguments) {
        List<Option> options = new ArrayList<>();
        for (int i = 0; i < arguments.length; i += 2) {
            options.add(new Option(arguments[i], arguments[i + 1]));
        }
        return OwnDatasets.named(options, new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                directory.resolve("scratch"));
    }

    private void refused(String sentence, String... arguments) {
        assertThatThrownBy(() -> named(arguments)).isInstanceOf(UnusableDatasetException.class).hasMessage(sentence);
    }
}
