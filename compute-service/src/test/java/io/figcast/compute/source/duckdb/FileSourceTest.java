package io.figcast.compute.source.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.figcast.compute.slice.ColumnType;
import io.figcast.compute.slice.ColumnTypes;
import io.figcast.compute.slice.SourceFailedException;
import io.figcast.compute.slice.TooLargeException;
import io.figcast.compute.source.RunningQuery;
import io.figcast.compute.source.duckdb.RowList.Row;
import io.figcast.compute.source.duckdb.column.Sql;

class FileSourceTest extends WithFiles {

    @Test
    void categoriesComeInOrderOfFirstAppearanceExactlyAsTheyStand() throws IOException {
        write("a.csv", "c,x,y\n01,1,1\n1,2,2\n 1 ,3,3\n2020-01-01T00:00:00Z,4,4\n01,5,5\nNA,6,6\ntrue,7,7\n1.50,8,8\n");
        FileSource source = sources.of("a.csv", "c", "x", "y");
        assertThat(source.categories(new RunningQuery()).categories()).containsExactly("01", "1", " 1 ", "2020-01-01T00:00:00Z",
                "NA",
                "true", "1.50");
        assertThat(read(source, "01").rows()).containsExactly(new Row(1, 1), new Row(5, 5));
        assertThat(read(source, "1").rows()).containsExactly(new Row(2, 2));
        assertThat(read(source, " 1 ").rows()).containsExactly(new Row(3, 3));
    }

    @Test
    void missingAndInfiniteValuesAreOmitted() throws IOException {
        write("a.csv", """
                c,x,y
                a,NA,1
                a,1,N/A
                a,NaN,1
                a,1,null
                a,NULL,1
                a,1,None
                a,,1
                a,1,
                a,"",1
                a,  na ,1
                a,inf,1
                a,1,-Infinity
                a, 1.5 ,-2e-3
                """);
        RowList rows = read(sources.of("a.csv", "c", "x", "y"), "a");
        assertThat(rows.rows()).containsExactly(new Row(1.5, -2e-3));
        assertThat(rows.omitted()).isEqualTo(12);
    }

    @ParameterizedTest
    @ValueSource(strings = { "abc", "1,5,5", "2020-01-01", "0x1F", "true", "1 2", "+" })
    void anyOtherTextFailsAndIsNamed(String value) throws IOException {
        write("a.csv", "c,x,y\na,1,2\nb,1,\"" + value + "\"\n");
        FileSource source = sources.of("a.csv", "c", "x", "y");
        assertThatThrownBy(() -> read(source, "b")).isInstanceOf(SourceFailedException.class)
                .hasMessage("column y holds '" + value + "', which is not a number");
        assertThat(read(source, "a").rows()).as("the other category").containsExactly(new Row(1, 2));
    }

    @Test
    void messageAboutALongHostileValueIsBoundedAndInOneLine() throws IOException {
        write("a.csv", "c,x,y\na,1,\"\u001b[31m\nmalice " + "x".repeat(10_000) + "\"\n");
        assertThatThrownBy(() -> read(sources.of("a.csv", "c", "x", "y"), "a"))
                .hasMessageStartingWith("column y holds '\\u001b[31m\\u000amalice xxx")
                .satisfies(failure -> assertThat(failure.getMessage()).hasSizeLessThan(501));
    }

    @ParameterizedTest
    @ValueSource(strings = { "it's", "a\"b", "50%_\\", "two\nlines", "😀", "<script>alert(1)</script>",
            "'; DROP TABLE x; --", "x' OR '1'='1", "?", "$1", "{a: 1}", "a,b;c\td", "*" })
    void hostileNamesAreOnlyNames(String name) throws IOException {
        String quoted = '"' + name.replace("\"", "\"\"") + '"';
        write(name.replace("/", "") + ".csv", "c," + quoted + ",y\n" + quoted + ",1,2\nother,3,4\n");
        FileSource source = sources.of(name.replace("/", "") + ".csv", "c", name, "y");
        assertThat(source.categories(new RunningQuery()).categories()).containsExactly(name, "other");
        assertThat(read(source, name).rows()).containsExactly(new Row(1, 2));
        assertThat(source.snapshot().fingerprint()).hasSize(64);
    }

    @Test
    void categoryThatIsNotThereHasNoRows() throws IOException {
        write("a.csv", "c,x,y\na,1,2\n");
        RowList rows = read(sources.of("a.csv", "c", "x", "y"), "x' OR '1'='1");
        assertThat(rows.rows()).isEmpty();
        assertThat(rows.omitted()).isZero();
        assertThat(read(sources.of("a.csv", "c", "x", "y"), "nul\0here").rows()).isEmpty();
    }

    @Test
    void emptyAndOverlongCategoriesAreLeftOutAndCounted() throws IOException {
        write("a.csv", "c,x,y\n,1,1\n" + "é".repeat(257) + ",1,1\n" + "😀".repeat(256) + ",1,1\n");
        var list = sources.of("a.csv", "c", "x", "y").categories(new RunningQuery());
        assertThat(list.categories()).containsExactly("😀".repeat(256));
        assertThat(list.leftOut()).isEqualTo(2);
        assertThat(list.exceeded()).isEmpty();
    }

    @Test
    void moreCategoriesThanTheMostAreTruncatedAndSo() throws IOException {
        write("a.csv", "c,x,y\na,1,1\nb,1,1\na,1,1\nc,1,1\n");
        var list = sources.of("a.csv", WantedColumns.of("c", "x", "y"), new FileSource.Most(FileSources.categories(2), 10, 0.1))
                .categories(new RunningQuery());
        assertThat(list.categories()).containsExactly("a", "b");
        assertThat(list.exceeded()).contains("figcast.catalogue.max-categories");
    }

    @Test
    void howFarAListingIsCanBeToldWhileItRuns() throws IOException {
        Files.writeString(directory.resolve("a.csv"), "c,x,y\n" + "a,1,2\n".repeat(4_000_000));
        FileSource source = sources.of("a.csv", "c", "x", "y");
        List<Double> told = new ArrayList<>(List.of(source.progress()));
        CompletableFuture<?> listing = CompletableFuture.runAsync(() -> source.categories(new RunningQuery()));

        await().atMost(Duration.ofMinutes(1)).pollInterval(Duration.ofMillis(10)).until(() -> {
            told.add(source.progress());
            return listing.isDone();
        });

        assertThat(told).startsWith(0.0).anyMatch(part -> part > 0.2 && part < 1).allMatch(part -> part <= 1);
    }

    @Test
    void missingColumnIsAnsweredWithThoseThereAre() throws IOException {
        write("a.csv", "c,\"a b\",y\na,1,1\n");
        FileSource source = sources.of("a.csv", "c", "x", "y");
        assertThatThrownBy(() -> source.categories(new RunningQuery())).isInstanceOf(SourceFailedException.class)
                .hasMessage("there is no column x; the columns are c, a b, y");
        assertThatThrownBy(() -> read(source, "a")).hasMessageStartingWith("there is no column x");
    }

    @Test
    void missingFileIsAnsweredWithThoseThereAre() throws IOException {
        write("a.csv", "c,x,y\n");
        assertThatThrownBy(() -> sources.of("b.csv", "c", "x", "y").snapshot().fingerprint())
                .hasMessage("there is no file b.csv; the data directories hold a.csv");
    }

    @Test
    void unknownKindOfFileIsRefused() throws IOException {
        write("a.xlsx", "");
        assertThatThrownBy(() -> sources.of("a.xlsx", "c", "x", "y").categories(new RunningQuery()))
                .hasMessageStartingWith("file a.xlsx is of an unknown kind; known are .csv");
    }

    @Test
    void fileThatIsNoParquetIsNamedInOneLineWithoutItsDirectory() throws IOException {
        write("a.parquet", "c,x,y\n".repeat(100));
        assertThatThrownBy(() -> sources.of("a.parquet", "c", "x", "y").categories(new RunningQuery()))
                .satisfies(failure -> assertThat(
                        failure.getMessage()).contains("a.parquet").doesNotContain(directory.toString(), "\\u000a"));
    }

    @Test
    void fileWithoutRowsHasNoCategories() throws IOException {
        write("a.csv", "c,x,y\n");
        assertThat(sources.of("a.csv", "c", "x", "y").categories(new RunningQuery()).categories()).isEmpty();
        write("empty.csv", "");
        assertThatThrownBy(() -> sources.of("empty.csv", "c", "x", "y").categories(new RunningQuery()))
                .isInstanceOf(SourceFailedException.class);
    }

    @ParameterizedTest
    @CsvSource({ "a.csv,';'", "a.tsv,'\t'", "a.csv,'|'" })
    void separatorIsFound(String file, char separator) throws IOException {
        write(file, "c,x,y\na,1,2\n\"b,;\t|\",3,4\n".replace(",1", separator + "1").replace("c,x,y", "c" + separator
                + "x" + separator + "y").replace("1,2", "1" + separator + "2").replace(",3,4", separator + "3" + separator
                        + "4"));
        FileSource source = sources.of(file, "c", "x", "y");
        assertThat(source.categories(new RunningQuery()).categories()).containsExactly("a", "b,;\t|");
        assertThat(read(source, "b,;\t|").rows()).containsExactly(new Row(3, 4));
    }

    @Test
    void packedFilesAreRead() throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(directory.resolve("a.csv.gz")))) {
            out.write("c,x,y\na,1,2\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(read(sources.of("a.csv.gz", "c", "x", "y"), "a").rows()).containsExactly(new Row(1, 2));
    }

    @Test
    void globReadsAllFilesInTheOrderOfTheirNames() throws IOException {
        Files.createDirectories(directory.resolve("sub/deep"));
        write("sub/b.csv", "c,x,y\na,3,3\nb,1,1\n");
        write("sub/a.csv", "y,c,x\n1,a,1\n2,a,2\n");
        write("sub/.hidden.csv", "c,x,y\nhidden,3,3\n");
        write("sub/deep/c.csv", "c,x,y\na,4,4\n");
        assertThat(read(sources.of("sub/*.csv", "c", "x", "y"), "a").rows()).containsExactly(new Row(1, 1),
                new Row(2, 2), new Row(3, 3));
        FileSource all = sources.of("**/*.csv", "c", "x", "y");
        assertThat(all.categories(new RunningQuery()).categories()).containsExactly("a", "b");
        assertThat(read(all, "a").rows()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = { "j.json", "j.jsonl" })
    void jsonValuesAreTakenAsTheyStand(String file) throws IOException {
        String rows = """
                {"c":"01","x":1,"y":1.5}
                {"c":"2020-01-01","x":2,"y":null}
                {"c":"2020-01-01","x":"3","y":-4}
                {"c":7,"x":5}
                {"c":"t","x":true,"y":1}
                """;
        write(file, file.endsWith("l") ? rows : "[" + String.join(",", rows.strip().split("\n")) + "]");
        FileSource source = sources.of(file, "c", "x", "y");
        assertThat(source.categories(new RunningQuery()).categories()).containsExactly("01", "2020-01-01", "7", "t");
        assertThat(read(source, "01").rows()).containsExactly(new Row(1, 1.5));
        RowList dates = read(source, "2020-01-01");
        assertThat(dates.rows()).containsExactly(new Row(3, -4));
        assertThat(dates.omitted()).isEqualTo(1);
        assertThatThrownBy(() -> read(source, "t")).hasMessage("column x holds 'true', which is not a number");
        assertThatThrownBy(() -> sources.of(file, "c", "z", "y").categories(new RunningQuery()))
                .hasMessage("there is no column z; the columns are c, x, y");
    }

    @Test
    void parquetIsReadByItsTypes() throws Exception {
        parquet("p.parquet", """
                SELECT * FROM (VALUES (7, 1.25::DECIMAL(9,2), 2::TINYINT, DATE '2020-01-01', true, 'abc', 1::HUGEINT),
                (8, NULL, 3, NULL, NULL, '4', 2), (7, -1, 5, NULL, NULL, '5', 'Infinity'::DOUBLE::VARCHAR IS NULL))
                AS t(c, x, y, d, b, s, h)""".replace("'Infinity'::DOUBLE::VARCHAR IS NULL", "3"));
        FileSource source = sources.of("p.parquet", "c", "x", "y");
        assertThat(source.categories(new RunningQuery()).categories()).containsExactly("7", "8");
        assertThat(read(source, "7").rows()).containsExactly(new Row(1.25, 2), new Row(-1, 5));
        assertThat(read(source, "8").omitted()).isEqualTo(1);
        assertThat(read(sources.of("p.parquet", "c", "h", "y"), "7").rows()).containsExactly(new Row(1, 2),
                new Row(3, 5));
        RowList times = read(sources.of("p.parquet", "c", "d", "b"), "7");
        assertThat(times.rows()).containsExactly(new Row(1_577_836_800_000.0, 1));
        assertThat(times.types()).isEqualTo(new ColumnTypes(ColumnType.TIME, ColumnType.NUMBER));
        assertThatThrownBy(() -> read(sources.of("p.parquet", "c", "x", "s"), "7"))
                .hasMessage("column s holds 'abc', which is not a number");
    }

    @Test
    void rowsOfALargeFileKeepTheirOrder() throws Exception {
        parquet("p.parquet", "SELECT CASE WHEN i % 3 = 0 THEN 'a' ELSE 'b' END AS c, i AS x, -i AS y "
                + "FROM range(1500000) t(i)");
        List<Row> rows = read(sources.of("p.parquet", "c", "x", "y"), "a").rows();
        assertThat(rows).hasSize(500_000);
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).x() != 3.0 * i) {
                assertThat(rows.get(i)).isEqualTo(new Row(3 * i, -3 * i));
            }
        }
    }

    @Test
    void valueThatIsNoNumberFailsTheSliceHoweverLateItComes() throws Exception {
        parquet("p.parquet", "SELECT 'a' AS c, CASE WHEN i = 2999999 THEN 'late' ELSE '1' END AS x, i AS y "
                + "FROM range(3000000) t(i)");
        assertThatThrownBy(() -> read(sources.of("p.parquet", "c", "x", "y"), "a"))
                .hasMessage("column x holds 'late', which is not a number");
    }

    @Test
    void moreRowsOfParquetThanTheMostAreRefused() throws Exception {
        parquet("p.parquet", "SELECT i % 2 AS c, i AS x, i AS y FROM range(10) t(i)");
        var columns = WantedColumns.of("c", "x", "y");
        FileSource five = sources.of("p.parquet", columns, new FileSource.Most(FileSources.categories(10), 5, 0.1));
        assertThat(read(five, "1").rows()).hasSize(5);
        FileSource four = sources.of("p.parquet", columns, new FileSource.Most(FileSources.categories(10), 4, 0.1));
        assertThatThrownBy(() -> read(four, "1")).isInstanceOf(TooLargeException.class);
    }

    @Test
    void moreRowsThanTheMostAreRefusedAndAsManyAreNot() throws IOException {
        write("a.csv", "c,x,y\na,1,1\na,2,2\na,3,NA\nb,1,1\n");
        var columns = WantedColumns.of("c", "x", "y");
        FileSource three = sources.of("a.csv", columns, new FileSource.Most(FileSources.categories(10), 3, 0.1));
        assertThat(read(three, "a").rows()).hasSize(2);
        FileSource two = sources.of("a.csv", columns, new FileSource.Most(FileSources.categories(10), 2, 0.1));
        assertThatThrownBy(() -> read(two, "a")).isInstanceOf(TooLargeException.class);
    }

    private void parquet(String name, String query) throws Exception {
        try (var connection = java.sql.DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute("COPY (" + query + ") TO " + Sql.literal(directory.resolve(name).toString())
                    + " (FORMAT parquet)");
        }
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(directory.resolve(name), content);
    }

    private static RowList read(FileSource source, String category) {
        RowList rows = new RowList();
        source.open(category).read(rows);
        return rows;
    }
}
