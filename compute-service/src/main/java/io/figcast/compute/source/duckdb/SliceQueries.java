package io.figcast.compute.source.duckdb;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.duckdb.DuckDBConnection;

import io.figcast.compute.slice.ColumnTypes;
import io.figcast.compute.source.columns.ColumnChoice;
import io.figcast.compute.source.duckdb.column.Conversion;
import io.figcast.compute.source.duckdb.column.FileColumn;
import io.figcast.compute.source.duckdb.column.Sql;

/**
 * The two queries over the files of a dataset.
 *
 * @param category empty where all rows are one category
 * @param drawn the columns that slices read
 */
record SliceQueries(FileTable table, Optional<FileColumn> category, List<FileColumn> drawn, Conversion x, Conversion y) {

    /**
     * The distinct categories in order of first appearance, how many rows each has, and how many of these have both values.
     * What a slice reads is read here too: DuckDB finds nothing wrong with a column that it does not read.
     */
    String categories() {
        List<FileColumn> read = table.counted() ? List.of() : drawn;
        String columns = IntStream.range(0, read.size()).mapToObj(i -> ", " + read.get(i).asText() + " AS drawn" + i)
                .collect(Collectors.joining());
        String counts = IntStream.range(0, read.size()).mapToObj(i -> ", count(drawn" + i + ")").collect(Collectors.joining());
        return "SELECT category, count(*), count(*) FILTER (drawn)" + counts + " FROM (SELECT " + categoryAsText()
                + " AS category, row_number() OVER () AS place, " + x.present() + " AND " + y.present() + " AS drawn" + columns
                + " FROM " + table.checked() + ") GROUP BY category ORDER BY min(place)";
    }

    /** The rows of the category that is its one parameter, in the order of the files. */
    String slice() {
        return "SELECT " + x.sql() + " AS x, " + y.sql() + " AS y FROM " + table.sql() + " WHERE " + categoryAsText() + " = ?";
    }

    /** The same with a place of each row, a number that grows from row to row. */
    String placed() {
        return table.numbered() && !countsRows()
                ? "SELECT " + x.sql() + " AS x, " + y.sql() + " AS y, " + table.place() + " AS place FROM " + table.sql()
                        + " WHERE " + categoryAsText() + " = ?"
                : "SELECT x, y, row_number() OVER () AS place FROM (" + slice() + ")";
    }

    /** About how many places there are, given how many rows the category has. */
    long places(long rows, DuckDBConnection connection) throws SQLException {
        return table.numbered() ? count(connection) : rows;
    }

    /**
     * The rows of several categories, those of one together and in the order of the files: the number of the category in the
     * list, x, y, and what is wrong with a value, if something is.
     */
    String scan(List<String> categories) {
        return "SELECT n, x, y, unfit FROM (SELECT " + categoryAsText() + " AS category, " + x.value() + " AS x, " + y.value()
                + " AS y, CAST(coalesce(" + x.unfit() + ", " + y.unfit()
                + ") AS VARCHAR) AS unfit, row_number() OVER () AS place FROM "
                + table.sql() + ") JOIN (SELECT unnest(range(" + categories.size() + "))::INTEGER AS n, unnest("
                + Sql.list(categories) + ") AS category) USING (category) ORDER BY n, place";
    }

    /** Whether x is the number of the row in its slice. */
    boolean countsRows() {
        return x.equals(Conversion.ROW_NUMBER);
    }

    /** A row, if there is one of the category that is its one parameter. */
    String exists() {
        return "SELECT 1 FROM " + table.sql() + " WHERE " + categoryAsText() + " = ? LIMIT 1";
    }

    /** The same of other columns. */
    SliceQueries drawing(Conversion otherX, Conversion otherY) {
        return new SliceQueries(table, category, drawn, otherX, otherY);
    }

    ColumnTypes types() {
        return new ColumnTypes(x.type(), y.type());
    }

    /** Whether a slice may have more rows than this; if in doubt, it may. */
    boolean mayExceed(long rows, DuckDBConnection connection) throws SQLException {
        if (!table.counted()) {
            return true;
        }
        return count(connection) > rows;
    }

    private long count(DuckDBConnection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("SELECT count(*) FROM " + table.sql())) {
            count.next();
            return count.getLong(1);
        }
    }

    private String categoryAsText() {
        return category.map(FileColumn::asText).orElse(Sql.literal(ColumnChoice.ALL_ROWS));
    }
}
