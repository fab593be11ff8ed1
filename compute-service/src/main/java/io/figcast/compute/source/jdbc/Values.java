package io.figcast.compute.source.jdbc;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;

import io.figcast.compute.slice.ColumnType;
import io.figcast.compute.slice.SourceFailedException;
import io.figcast.compute.source.Messages;

/** Reads the values of one column as numbers: NaN where there is none. */
interface Values {

    double of(ResultSet rows) throws SQLException;

    /** The number as SQL; of engines that reduce. */
    default String sql(String value) {
        return "CAST(" + value + " AS DOUBLE PRECISION)";
    }

    /** What the numbers mean; of some engines known only when a value has been read. */
    ColumnType type();

    /** The same for other rows, of which nothing is known. */
    default Values anew() {
        return this;
    }

    /** A value is not what the others are. */
    final class UnfitException extends SourceFailedException {

        private static final long serialVersionUID = 1L;

        UnfitException(String message) {
            super(message, null);
        }
    }

    /** How to read this column. */
    static Values of(Engine engine, ResultSetMetaData columns, int column) throws SQLException {
        if (engine == Engine.SQLITE) {
            return new UntypedValues(columns.getColumnLabel(column), column);
        }
        String type = columns.getColumnTypeName(column).toLowerCase(Locale.ROOT);
        return switch (columns.getColumnType(column)) {
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.REAL, Types.FLOAT, Types.DOUBLE,
                    Types.NUMERIC, Types.DECIMAL ->
                new NumberValues(column);
            case Types.DATE -> new TimeValues(column, LocalDate.class);
            case Types.TIMESTAMP -> new TimeValues(column,
                    type.equals("timestamptz") ? OffsetDateTime.class : LocalDateTime.class);
            case Types.TIMESTAMP_WITH_TIMEZONE -> new TimeValues(column, OffsetDateTime.class);
            default -> {
                // Engines with wider integers than JDBC knows name them so.
                if (!type.matches("u?(huge|big)?int\\d*")) {
                    throw new SourceFailedException(Messages.bounded("column " + columns.getColumnLabel(column)
                            + " of the slice query is of type " + columns.getColumnTypeName(column)
                            + ", which holds neither numbers nor times"), null);
                }
                yield new NumberValues(column);
            }
        };
    }

    /** NumberValues of whatever width. */
    record NumberValues(int column) implements Values {

        @Override
        public double of(ResultSet rows) throws SQLException {
            double value = rows.getDouble(column);
            return rows.wasNull() ? Double.NaN : value;
        }

        @Override
        public ColumnType type() {
            return ColumnType.NUMBER;
        }
    }

    /** Dates, and times with or without a zone; one without is taken as UTC. */
    record TimeValues(int column, Class<?> as) implements Values {

        @Override
        public double of(ResultSet rows) throws SQLException {
            Object value = rows.getObject(column, as);
            return value == null ? Double.NaN : millis(value);
        }

        @Override
        public String sql(String value) {
            return Values.super.sql("EXTRACT(EPOCH FROM " + value + ") * 1000");
        }

        @Override
        public ColumnType type() {
            return ColumnType.TIME;
        }

        static double millis(Object time) {
            if (time instanceof LocalDate date) {
                return date.toEpochDay() * 86_400_000.0;
            }
            Instant instant = time instanceof OffsetDateTime zoned ? zoned.toInstant()
                    : ((LocalDateTime) time).toInstant(ZoneOffset.UTC);
            boolean infinite = instant.getEpochSecond() >= LocalDateTime.MAX.minusDays(1).toEpochSecond(ZoneOffset.UTC)
                    || instant.getEpochSecond() <= LocalDateTime.MIN.plusDays(1).toEpochSecond(ZoneOffset.UTC);
            return infinite ? Double.NaN : instant.getEpochSecond() * 1000.0 + instant.getNano() / 1e6;
        }
    }
}
