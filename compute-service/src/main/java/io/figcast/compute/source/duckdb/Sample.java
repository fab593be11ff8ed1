package io.figcast.compute.source.duckdb;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.duckdb.DuckDBConnection;

import io.figcast.compute.source.columns.ColumnKind;
import io.figcast.compute.source.columns.ColumnProfile;
import io.figcast.compute.source.columns.ColumnProfile.Numbers;
import io.figcast.compute.source.duckdb.column.FileColumn;
import io.figcast.compute.source.duckdb.column.Sql;
import io.figcast.compute.source.duckdb.column.StatedType;
import io.figcast.compute.source.duckdb.column.TextConversion;

/**
 * The first rows of a table, looked at to find out what is in its columns: the same on every replica, and bounded however
 * large the files are.
 *
 * @param decimalCommas whether a comma in a number is the decimal sign if it can be both
 */
record Sample(DuckDBConnection connection, boolean decimalCommas) {

    private static final int ROWS = 20_000;

    /** What was found in a column, and how its text is to be read. */
    record Found(FileColumn column, ColumnProfile profile, TextConversion conversion) {
    }

    static Sample of(FileTable table, boolean decimalCommas, DuckDBConnection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE OR REPLACE TEMP TABLE sample AS SELECT * FROM " + table.sql() + " LIMIT " + ROWS);
        }
        return new Sample(connection, decimalCommas);
    }

    /** Looks at one column; of text, one of the admitted conversions is taken. */
    Found look(FileColumn column, StatedType admitted) throws SQLException {
        return column.isText() ? text(column, admitted) : typed(column);
    }

    private Found typed(FileColumn column) throws SQLException {
        String value = Sql.identifier(column.name());
        boolean number = column.kind() == ColumnKind.NUMBER;
        String asDouble = number ? "CAST(" + value + " AS DOUBLE)" : "NULL::DOUBLE";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(v), count(DISTINCT v), bool_and(d = floor(d)), min(d),"
                        + " max(d) FROM (SELECT " + value + " AS v, " + asDouble + " AS d FROM sample)")) {
            row.next();
            Numbers numbers = number ? new Numbers(row.getBoolean(3), row.getDouble(4), row.getDouble(5), false) : Numbers.NONE;
            return new Found(column,
                    new ColumnProfile(column.name(), column.kind(), row.getLong(1), row.getLong(2), numbers),
                    TextConversion.NUMBER);
        }
    }

    private Found text(FileColumn column, StatedType admitted) throws SQLException {
        List<TextConversion> conversions = Arrays.stream(TextConversion.values())
                .filter(conversion -> admitted.admits(conversion.kind())).sorted(preference()).toList();
        String counts = IntStream.range(0, conversions.size())
                .mapToObj(i -> "sum(n) FILTER (" + conversions.get(i).sql("v") + " IS NOT NULL)")
                .collect(Collectors.joining(", "));
        String number = TextConversion.ENGLISH_NUMBER.sql("v");
        String query = "SELECT sum(n), count(*), bool_and(" + number + " = floor(" + number + ")), min(" + number + "), max("
                + number + "), bool_or(regexp_matches(v, '^0\\d')), " + counts + " FROM (SELECT " + column.trimmed()
                + " AS v, count(*) AS n FROM sample GROUP BY 1) WHERE NOT " + FileColumn.isMissing("v");
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(query)) {
            row.next();
            int first = 7;
            int best = first;
            for (int i = first + 1; i < first + conversions.size(); i++) {
                best = row.getLong(i) > row.getLong(best) ? i : best;
            }
            long filled = row.getLong(1);
            TextConversion conversion = conversions.get(best - first);
            boolean all = filled > 0 && row.getLong(best) == filled;
            ColumnKind kind = all ? conversion.kind() : ColumnKind.TEXT;
            Numbers numbers = kind == ColumnKind.NUMBER
                    ? new Numbers(row.getBoolean(3), row.getDouble(4), row.getDouble(5), row.getBoolean(6))
                    : Numbers.NONE;
            return new Found(column, new ColumnProfile(column.name(), kind, filled, row.getLong(2), numbers), conversion);
        }
    }

    private Comparator<TextConversion> preference() {
        return Comparator.comparingInt(conversion -> decimalCommas && conversion == TextConversion.ENGLISH_NUMBER
                ? TextConversion.CONTINENTAL_NUMBER.ordinal() * 2 + 1
                : conversion.ordinal() * 2);
    }
}
