package io.figcast.compute.source.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.figcast.compute.source.RunningQuery;
import io.figcast.compute.source.duckdb.column.Sql;

class FileScanTest extends WithFiles {

    @ParameterizedTest
    @ValueSource(strings = { "parquet", "json", "csv" })
    void eachCategoryIsWhatIsReadOfItAlone(String format) throws IOException, SQLException {
        Random random = new Random(1);
        StringBuilder csv = new StringBuilder("c,x,y\n");
        for (int i = 0; i < 20_000; i++) {
            csv.append("it's ").append((int) Math.abs(random.nextGaussian() * 40)).append(',').append(random.nextInt(50))
                    .append(',').append(i % 97 == 0 ? "" : Integer.toString(i)).append('\n');
        }
        Files.writeString(directory.resolve("a.csv"), csv);
        convert(format);
        FileSource source = sources.of("a." + format, "c", "x", "y");
        List<String> categories = new ArrayList<>(source.categories(new RunningQuery()).categories());
        Collections.shuffle(categories, random);
        ScannedRows scanned = scan(source, categories.subList(0, 60));

        assertThat(scanned.unfit()).isEmpty();
        assertThat(IntStream.range(0, 60)).allSatisfy(n -> {
            RowList alone = new RowList();
            source.open(categories.get(n)).read(alone);
            assertThat(scanned.slice(n).rows()).as(categories.get(n)).isNotEmpty().isEqualTo(alone.rows());
            assertThat(scanned.slice(n).omitted()).isEqualTo(alone.omitted());
            assertThat(scanned.slice(n).types()).isEqualTo(alone.types());
        });
    }

    @Test
    void aValueThatIsUnfitIsToldOfItsCategoryOnly() throws IOException {
        Files.writeString(directory.resolve("a.csv"), "c,x,y\na,1,1\nb,1,many\nc,3,3\nb,2,2\na,2,NA\n");
        FileSource source = sources.of("a.csv", "c", "x", "y");
        ScannedRows scanned = scan(source, List.of("c", "b", "a"));

        assertThat(scanned.unfit()).isEqualTo(Map.of(1, "column y holds 'many', which is not a number"));
        assertThat(scanned.slice(0).rows()).containsExactly(new RowList.Row(3, 3));
        assertThat(scanned.slice(2).rows()).containsExactly(new RowList.Row(1, 1));
        assertThat(scanned.slice(2).omitted()).isOne();
    }

    @Test
    void rowsAreCountedInTheirCategory() throws IOException {
        Files.writeString(directory.resolve("a.csv"), "c,y\na,1\nb,10\na,2\na,\nb,11\na,4\n");
        FileSource source = sources.of("a.csv");
        ScannedRows scanned = scan(source, List.of("b", "a"));

        for (String category : List.of("b", "a")) {
            RowList alone = new RowList();
            source.open(category).read(alone);
            assertThat(scanned.slice(category.equals("b") ? 0 : 1).rows()).isEqualTo(alone.rows());
        }
        assertThat(scanned.slice(1).rows()).containsExactly(new RowList.Row(1, 1), new RowList.Row(2, 2),
                new RowList.Row(4, 4));
    }

    @Test
    void whatIsTooLargeForAScanIsReadOnItsOwn() throws IOException, SQLException {
        Files.writeString(directory.resolve("a.csv"), "c,x,y\n");
        try (Statement statement = sources.duckDb().connect(Format.PARQUET).createStatement()) {
            statement.execute("COPY (SELECT CASE WHEN i < 6000000 THEN 'large' ELSE 'small' END AS c, i AS x, i AS y"
                    + " FROM range(6001500) t(i)) TO " + Sql.literal(directory.resolve("a.parquet").toString()));
        }
        FileSource source = sources.of("a.parquet", "c", "x", "y");
        assertThat(source.share("small")).as("before anything is known").isEqualTo(1);
        source.categories(new RunningQuery());

        assertThat(source.share("large")).isGreaterThanOrEqualTo(1);
        assertThat(source.share("small")).isBetween(0.0001, 0.001);
        assertThat(source.share("nul\0")).isEqualTo(1);
    }

    private void convert(String format) throws SQLException {
        if (!format.equals("csv")) {
            try (Statement statement = sources.duckDb().connect(Format.PARQUET).createStatement()) {
                statement.execute("COPY (FROM read_csv(" + Sql.literal(directory.resolve("a.csv").toString()) + ")) TO "
                        + Sql.literal(directory.resolve("a." + format).toString()));
            }
        }
    }

    private static ScannedRows scan(FileSource source, List<String> categories) {
        ScannedRows rows = new ScannedRows();
        source.scan(categories, null).read(rows);
        return rows;
    }
}
