package io.figcast.compute.source.jdbc;

import static java.time.format.DateTimeFormatter.ISO_LOCAL_DATE;
import static java.time.format.DateTimeFormatter.ISO_LOCAL_TIME;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import io.figcast.compute.slice.ColumnType;
import io.figcast.compute.source.Messages;

/** Values of an engine whose columns have no type: numbers, or times as ISO 8601 text. */
final class UntypedValues implements Values {

    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder().append(ISO_LOCAL_DATE)
            .optionalStart().appendPattern("['T'][' ']").append(ISO_LOCAL_TIME)
            .optionalStart().appendPattern("[XXX][X]").toFormatter(Locale.ROOT);

    private final String label;
    private final int column;
    private @Nullable ColumnType type;

    UntypedValues(String label, int column) {
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
        return new UntypedValues(label, column);
    }

    @Override
    public ColumnType type() {
        return type == null ? ColumnType.NUMBER : type;
    }

    /** Whether text would be read as a time. */
    static boolean isTime(String text) {
        try {
            return Double.isFinite(TimeValues.millis(time(text)));
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
            return TimeValues.millis(time(text));
        } catch (DateTimeException e) {
            throw unfit(text, "a number nor a time such as 2001-05-01 or 2001-05-01T12:30:00Z");
        }
    }

    private UnfitException unfit(Object value, String wanted) {
        return new UnfitException(Messages.bounded("column " + label + " holds "
                + Messages.quoted(value instanceof byte[] ? "bytes" : value.toString()) + ", which is not " + wanted));
    }
}
