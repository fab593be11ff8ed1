package io.figcast.compute.source.duckdb;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import org.duckdb.DuckDBConnection;

import io.figcast.compute.slice.SourceFailedException;
import io.figcast.compute.source.Messages;
import io.figcast.compute.source.files.DataFile;

/**
 * The files of a dataset as one table, and the two queries over it.
 *
 * @param counted whether the files themselves say how many rows they have
 */
record FileTable(String table, boolean counted, Column category, Column x, Column y) {

    private static final int COLUMNS_IN_A_MESSAGE = 50;

    /** Looks into the files for the columns. */
    static FileTable of(List<DataFile> files, Columns columns, DuckDBConnection connection) throws SQLException {
        Format format = format(files);
        List<String> paths = files.stream().map(file -> file.path().toString()).toList();
        List<Column> there = describe(format.over(paths), connection);
        boolean text = format == Format.JSON;
        return new FileTable(format.over(paths, List.of(columns.category(), columns.x(), columns.y())),
                format == Format.PARQUET,
                find(columns.category(), there, text), find(columns.x(), there, text), find(columns.y(), there, text));
    }

    /** The distinct categories in order of first appearance. */
    String categoriesQuery() {
        return "SELECT category FROM (SELECT category, min(place) AS first FROM (SELECT " + category.asText()
                + " AS category, row_number() OVER () AS place FROM " + table + ") GROUP BY category) ORDER BY first";
    }

    /** The rows of the category that is its one parameter, in the order of the files. */
    String sliceQuery() {
        return "SELECT " + x.asNumber() + " AS x, " + y.asNumber() + " AS y FROM " + table + " WHERE " + category.asText()
                + " = ?";
    }

    /** A row, if there is one of the category that is its one parameter. */
    String existsQuery() {
        return "SELECT 1 FROM " + table + " WHERE " + category.asText() + " = ? LIMIT 1";
    }

    /** Whether a slice may have more rows than this; if in doubt, it may. */
    boolean mayExceed(long rows, DuckDBConnection connection) throws SQLException {
        if (!counted) {
            return true;
        }
        try (Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("SELECT count(*) FROM " + table)) {
            return !count.next() || count.getLong(1) > rows;
        }
    }

    /** The one kind that all files are of. */
    static Format format(List<DataFile> files) {
        String name = files.get(0).name();
        Format format = Format.of(name).orElseThrow(() -> new SourceFailedException(
                Messages.bounded("file " + name + " is of no known kind; there are " + Format.allEndings()), null));
        files.stream().filter(file -> Format.of(file.name()).filter(format::equals).isEmpty()).findFirst()
                .ifPresent(other -> {
                    throw new SourceFailedException(
                            Messages.bounded("files " + name + " and " + other.name() + " are of different kinds"),
                            null);
                });
        return format;
    }

    private static List<Column> describe(String table, DuckDBConnection connection) throws SQLException {
        List<Column> columns = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("DESCRIBE SELECT * FROM " + table)) {
            while (rows.next()) {
                columns.add(new Column(rows.getString(1), rows.getString(2)));
            }
        }
        return columns;
    }

    private static Column find(String name, List<Column> there, boolean text) {
        return there.stream().filter(column -> column.name().equals(name)).findFirst()
                .map(column -> text ? new Column(name, "VARCHAR") : column)
                .orElseThrow(() -> new SourceFailedException(Messages.bounded("there is no column " + name
                        + "; the columns are " + Messages.some(there.stream().map(Column::name).toList(),
                                COLUMNS_IN_A_MESSAGE, "none")),
                        null));
    }
}
