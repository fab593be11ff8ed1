package io.figcast.compute.source.jdbc;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.figcast.compute.slice.ColumnType;
import io.figcast.compute.slice.SourceFailedException;
import io.figcast.compute.source.columns.ColumnKind;
import io.figcast.compute.source.columns.ColumnProfile;
import io.figcast.compute.source.columns.ColumnProfile.Numbers;

/** What is found in a column while the first rows go by. */
final class SampledColumn {

    private final String name;
    private final int column;
    private final @Nullable Values values;
    /** Null where every value has a type of its own. */
    private final @Nullable ColumnKind declared;
    private final Set<ColumnKind> seen = EnumSet.noneOf(ColumnKind.class);
    private final Set<Integer> distinct = new HashSet<>(); // of hashes: all but exact, and small
    private long filled;
    private boolean whole = true;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;

    private SampledColumn(String name, int column, @Nullable Values values, @Nullable ColumnKind declared) {
        this.name = name;
        this.column = column;
        this.values = values;
        this.declared = declared;
    }

    static SampledColumn of(Engine engine, ResultSetMetaData columns, int column) throws SQLException {
        String name = columns.getColumnLabel(column);
        if (engine == Engine.SQLITE) {
            return new SampledColumn(name, column, null, null);
        }
        try {
            Values values = Values.of(engine, columns, column);
            return new SampledColumn(name, column, values,
                    values.type() == ColumnType.TIME ? ColumnKind.TIME : ColumnKind.NUMBER);
        } catch (SourceFailedException neitherNumbersNorTimes) {
            return new SampledColumn(name, column, null, switch (columns.getColumnType(column)) {
                case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.NCHAR, Types.NVARCHAR, Types.LONGNVARCHAR ->
                    ColumnKind.TEXT;
                case Types.BOOLEAN, Types.BIT -> ColumnKind.BOOLEAN;
                default -> ColumnKind.NESTED;
            });
        }
    }

    void look(ResultSet rows) throws SQLException {
        if (values != null) {
            add(declared, values.of(rows));
        } else if (declared == null) {
            untyped(rows.getObject(column));
        } else if (declared != ColumnKind.NESTED) {
            add(declared, rows.getString(column));
        }
    }

    private void untyped(@Nullable Object value) {
        if (value instanceof Number number) {
            add(ColumnKind.NUMBER, number.doubleValue());
        } else if (value instanceof String text) {
            add(UntypedValues.isTime(text) ? ColumnKind.TIME : ColumnKind.TEXT, text);
        } else if (value != null) {
            add(ColumnKind.NESTED, value);
        }
    }

    private void add(@Nullable ColumnKind kind, double number) {
        if (Double.isFinite(number)) {
            add(kind, (Object) number);
            whole &= number == Math.rint(number);
            min = Math.min(min, number);
            max = Math.max(max, number);
        }
    }

    private void add(@Nullable ColumnKind kind, @Nullable Object value) {
        if (value != null && kind != null) {
            filled++;
            distinct.add(value.hashCode());
            seen.add(kind);
        }
    }

    ColumnProfile profile() {
        ColumnKind kind = declared != null ? declared : seen.size() == 1 ? seen.iterator().next() : ColumnKind.TEXT;
        return new ColumnProfile(name, kind, filled, distinct.size(),
                kind == ColumnKind.NUMBER && filled > 0 ? new Numbers(whole, min, max, false) : Numbers.NONE);
    }
}
