package io.figcast.compute.source.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.figcast.compute.slice.ColumnType;
import io.figcast.compute.slice.ReducedRows;
import io.figcast.compute.source.CategoryBound;
import io.figcast.compute.source.RunningQuery;
import io.figcast.compute.source.duckdb.column.Sql;
import io.figcast.reduction.ReducedSlice;
import io.figcast.reduction.Reduction;
import io.figcast.reduction.date.DatePrecision;
import io.figcast.reduction.memory.Selection;
import io.figcast.reduction.rows.AxisType;
import io.figcast.reduction.rows.AxisTypes;

class ReducedFilesTest extends WithFiles {

    private static final String ROWS = "SELECT CASE WHEN i % 7 = 0 THEN 'theirs' ELSE 'ours' END AS c,"
            + " CASE WHEN i % 1000 = 1 THEN NULL ELSE TIMESTAMP '2020-01-01' + INTERVAL (hash(i) % 700000) MINUTE END AS t,"
            + " (hash(i + 1) % 100000) / 1000.0 AS y, 1 AS \"NAME\" FROM range(40000) t(i)";

    @ParameterizedTest
    @ValueSource(strings = { "a.parquet", "a.csv", "a.json", "file_row_number.parquet" })
    void manyRowsOfAFileAreReducedToWhatMemoryReducesThemTo(String name) throws Exception {
        write(name, ROWS.replace("NAME", name.split("\\.", 2)[0]));

        assertReducedAsInMemory(name);
    }

    @Test
    void rowsOfSeveralFilesAreReducedInTheOrderOfTheFiles() throws Exception {
        for (int part = 0; part < 3; part++) {
            write("part" + part + ".parquet", ROWS.replace("NAME", "n") + " WHERE i % 3 = " + part);
        }

        assertReducedAsInMemory("part*.parquet");
    }

    @Test
    void onlyWhatHasMoreRowsThanTheBoundIsReduced() throws Exception {
        write("a.parquet", ROWS.replace("NAME", "n"));
        FileSource source = source("a.parquet", 30_000);

        assertThat(read(source, "theirs").rows()).hasSizeGreaterThan(5_000);
        assertThat(read(source, "ours").rows()).isEmpty();
        assertThat(source.share("ours")).isEqualTo(1);
        assertThat(source.share("theirs")).isLessThan(1);
    }

    private void assertReducedAsInMemory(String spec) {
        RowList whole = read(source(spec, 1_000_000), "ours");
        RowList list = read(source(spec, 5_000), "ours");
        assertThat(list.rows()).isEmpty();
        assertThat(list.types()).isEqualTo(whole.types());
        assertThat(whole.types().x()).isEqualTo(ColumnType.TIME);
        ReducedRows reduced = list.reduced();
        ReducedSlice expected = inMemory(whole);
        assertThat(reduced.rows()).isEqualTo(whole.rows().size());
        assertThat(reduced.omitted()).isEqualTo(whole.omitted()).isPositive();
        assertThat(reduced.bins()).isEqualTo(expected.bins());
        assertThat(reduced.points()).isEqualTo(expected.points());
    }

    private static ReducedSlice inMemory(RowList whole) {
        double[] x = whole.rows().stream().mapToDouble(RowList.Row::x).toArray();
        double[] y = whole.rows().stream().mapToDouble(RowList.Row::y).toArray();
        AxisTypes types = new AxisTypes(AxisType.DATE, AxisType.LINEAR);
        return new ReducedSlice(Reduction.of(Selection.all(x, y), types, ReducedSlice.MOST_POINTS), DatePrecision.of(x),
                DatePrecision.MILLISECONDS);
    }

    private FileSource source(String spec, long rowsAsTheyAre) {
        return sources.of(spec, WantedColumns.of("c", "t", "y"),
                new FileSource.Most(new CategoryBound(10, Long.MAX_VALUE), 1_000_000, 0.1, rowsAsTheyAre));
    }

    private static RowList read(FileSource source, String category) {
        var unused = source.categories(new RunningQuery());
        RowList rows = new RowList();
        source.open(category).read(rows);
        return rows;
    }

    private void write(String name, String query) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:"); var statement = connection.createStatement()) {
            statement.execute("COPY (" + query + ") TO " + Sql.literal(directory.resolve(name).toString()));
        }
    }
}
