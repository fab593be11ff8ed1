package io.figcast.compute.source.duckdb;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.duckdb.DuckDBConnection;

import io.figcast.compute.slice.SourceFailedException;
import io.figcast.compute.source.Messages;
import io.figcast.compute.source.duckdb.column.FileColumn;
import io.figcast.compute.source.duckdb.column.Sql;
import io.figcast.compute.source.files.DataFile;

/**
 * The files of a dataset as one table.
 *
 * @param sql a table expression
 * @param checked the same, which has DuckDB keep what it cannot read
 * @param counted whether the files themselves say how many rows they have
 */
record FileTable(String sql, String checked, boolean counted, List<FileColumn> columns) {

    private static final Set<String> NUMBERS = Set.of("file_index", "file_row_number");
    private static final String BY_NAME = ", union_by_name = true)";
    private static final int COLUMNS_IN_A_MESSAGE = 50;

    /** Files that say themselves what their columns are. */
    static FileTable of(Format format, List<DataFile> files, DuckDBConnection connection) throws SQLException {
        String paths = Sql.list(files.stream().map(file -> file.path().toString()).toList());
        String byName = files.size() > 1 ? BY_NAME : ")";
        String described = format.function() + "(" + paths + byName;
        List<FileColumn> columns = describe(described, connection);
        if (format != Format.JSON) {
            return new FileTable(described, described, true, columns);
        }
        // As text throughout: DuckDB would guess dates and numbers, and a category is what stands in the data.
        String asText = columns.stream().map(column -> Sql.literal(column.name()) + ": 'VARCHAR'")
                .collect(Collectors.joining(", ", "{", "}"));
        String text = format.function() + "(" + paths + ", columns = " + asText + ")";
        return new FileTable(text, text, false, columns.stream()
                .map(column -> column.isNested() ? column : FileColumn.text(column.name())).toList());
    }

    /** Whether DuckDB says where each row stands: of Parquet it does, unless the columns' own names are in the way. */
    boolean numbered() {
        return counted && columns.stream().noneMatch(column -> NUMBERS.contains(column.name().toLowerCase(Locale.ROOT)));
    }

    /** Where a row stands, of a table that is numbered; files have fewer than so many rows each. */
    String place() {
        return sql.endsWith(BY_NAME) ? "(file_index * 68719476736 + file_row_number)" : "file_row_number";
    }

    /** The column of this name, or else the only one that differs from it by case or by the space around it. */
    FileColumn column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst().orElseGet(() -> {
            List<FileColumn> alike = columns.stream().filter(column -> column.name().strip().equalsIgnoreCase(name.strip()))
                    .toList();
            if (alike.size() != 1) {
                throw new SourceFailedException(Messages.bounded("there is no column " + name + "; the columns are "
                        + Messages.some(columns.stream().map(FileColumn::name).toList(), COLUMNS_IN_A_MESSAGE, "none")), null);
            }
            return alike.get(0);
        });
    }

    private static List<FileColumn> describe(String table, DuckDBConnection connection) throws SQLException {
        List<FileColumn> columns = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("DESCRIBE SELECT * FROM " + table)) {
            while (rows.next()) {
                columns.add(new FileColumn(rows.getString(1), rows.getString(2)));
            }
        }
        return columns;
    }
}
