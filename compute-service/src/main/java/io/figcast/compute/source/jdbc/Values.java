package io.figcast.compute.source.jdbc;

import static java.time.format.DateTimeFormatter.ISO_LOCAL_DATE;
import static java.time.format.DateTimeFormatter.ISO_LOCAL_TIME;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import io.figcast.compute.slice.ColumnType;
import io.figcast.compute.slice.SourceFailedException;
import io.figcast.compute.source.Messages;

/** Reads the values of one column as numbers: NaN where there is none. */
interface Values {

    double of(ResultSet rows) throws SQLException;

    /** What the numbers mean; of some engines known only when a value has been read. */
    ColumnType type();

    /** The same for other rows, of which nothing is known. */
    default Values anew() {
        return this;
    }

    /** A value is not what the others are. */
    final class UnfitException extends SourceFailedException {

        private static final long serialVersionUID = 1L;

        private UnfitException(String message) {
            super(message, null);
        }
    }

    /** How to read this column. */
    static Values of(Engine engine, ResultSetMetaData columns, int column) throws SQLException {
        if (engine == Engine.SQLITE) {
            return new Untyped(columns.getColumnLabel(column), column);
        }
        String type = columns.getColumnTypeName(column).toLowerCase(Locale.ROOT);
        return switch (columns.getColumnType(column)) {
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.REAL, Types.FLOAT, Types.DOUBLE,
                    Types.NUMERIC, Types.DECIMAL ->
                new Numbers(column);
            case Types.DATE -> new Times(column, LocalDate.class);
            case Types.TIMESTAMP -> new Times(column,
                    type.equals("timestamptz") ? OffsetDateTime.class : LocalDateTime.class);
            case Types.TIMESTAMP_WITH_TIMEZONE -> new Times(column, OffsetDateTime.class);
            default -> {
                // Engines with wider integers than JDBC knows name them so.
                if (!type.matches("u?(huge|big)?int\\d*")) {
                    throw new SourceFailedException(Messages.bounded("column " + columns.getColumnLabel(column)
                            + " of the slice query is of type " + columns.getColumnTypeName(column)
                            + ", which holds neither numbers nor times"), null);
                }
                yield new Numbers(column);
            }
        };
    }

    /** Numbers of whatever width. */
    record Numbers(int column) implements Values {

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
    record Times(int column, Class<?> as) implements Values {

        @Override
        public double of(ResultSet rows) throws SQLException {
            Object value = rows.getObject(column, as);
            return value == null ? Double.NaN : millis(value);
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

    /** Values of an engine whose columns have no type: numbers, or times as ISO 8601 text. */
    final class Untyped implements Values {

        private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder().append(ISO_LOCAL_DATE)
                .optionalStart().appendPattern("['T'][' ']").append(ISO_LOCAL_TIME)
                .optionalStart().appendPattern("[XXX][X]").toFormatter(Locale.ROOT);

        private final String label;
        private final int column;
        private @Nullable ColumnType type;

        Untyped(String label, int column) {
            this.label = label;
            this.column = column;
        }

        @Override
        public double of(ResultSet rows) throws SQLException {
            Object value = rows.getObject(column);
            if (value == null) {
                return Double.NaN;
            }
            ColumnType own = value instanceof String ? ColumnType.TIME : ColumnType.NUMBER;
            if (type == null) {
                type = own;
            }
            if (type != own) {
                throw unfit(value, switch (type) {
                    case TIME -> "a time as the others are";
                    case NUMBER -> "a number as the others are";
                });
            }
            return value instanceof String text ? millis(text) : number(value);
        }

        @Override
        public Values anew() {
            return new Untyped(label, column);
        }

        @Override
        public ColumnType type() {
            return type == null ? ColumnType.NUMBER : type;
        }

        /** Whether text would be read as a time. */
        static boolean isTime(String text) {
            try {
                return Double.isFinite(Times.millis(time(text)));
            } catch (DateTimeException e) {
                return false;
            }
        }

        private static Object time(String text) {
            return TIME.parseBest(text.strip(), OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
        }

        private double number(Object value) {
            if (value instanceof Number number) {
                return number.doubleValue();
            }
            throw unfit(value, "a number");
        }

        private double millis(String text) {
            try {
                return Times.millis(time(text));
            } catch (DateTimeException e) {
                throw unfit(text, "a number nor a time such as 2001-05-01 or 2001-05-01T12:30:00Z");
            }
        }

        private UnfitException unfit(Object value, String wanted) {
            return new UnfitException(Messages.bounded("column " + label + " holds "
                    + Messages.quoted(value instanceof byte[] ? "bytes" : value.toString()) + ", which is not " + wanted));
        }
    }
}
