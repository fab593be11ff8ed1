package io.figcast.compute.source.duckdb.column;

import io.figcast.compute.slice.ColumnType;
import io.figcast.compute.slice.SourceFailedException;
import io.figcast.compute.source.Messages;
import io.figcast.compute.source.columns.ColumnKind;

/**
 * How the values of a column become doubles.
 *
 * @param sql the double, NULL where the value is missing; raises an error where it is no such value
 * @param value the same, but NULL where it is no such value
 * @param unfit what is wrong with a value that is no such value, else NULL
 * @param present whether there is one, for counting: nothing is converted
 */
public record Conversion(ColumnType type, String sql, String value, String unfit, String present) {

    /** Begins what our own SQL says of a value that is unfit; column, kind and value follow. */
    public static final String UNFIT = "figcast-unfit\u001f";
    public static final String BETWEEN = "\u001f";
    public static final Conversion ROW_NUMBER = new Conversion(ColumnType.NUMBER, "CAST(row_number() OVER () AS DOUBLE)",
            "TRUE");

    private static final String NEVER = "NULL";

    private Conversion(ColumnType type, String sql, String present) {
        this(type, sql, sql, NEVER, present);
    }

    /** By the type of the column. */
    public static Conversion ofTyped(FileColumn column) {
        String name = Sql.identifier(column.name());
        return switch (column.kind()) {
            case NUMBER, BOOLEAN -> new Conversion(ColumnType.NUMBER, "CAST(" + name + " AS DOUBLE)", finite(column));
            case TIME -> new Conversion(ColumnType.TIME, millis(column.type(), name), finite(column));
            case TEXT, NESTED -> throw new SourceFailedException(Messages.bounded("column " + column.name() + " is of type "
                    + column.type() + ", which holds neither numbers nor times"), null);
        };
    }

    /** Of text; any other value than one of that conversion or a missing one is an error. */
    public static Conversion ofText(FileColumn column, TextConversion conversion) {
        String value = column.trimmed();
        String number = conversion.sql(value);
        boolean time = conversion.kind() == ColumnKind.TIME;
        String problem = UNFIT + column.name() + BETWEEN + (time ? "time" : "number") + BETWEEN;
        String missing = "CASE WHEN " + FileColumn.isMissing(value) + " THEN NULL ";
        String fits = "WHEN " + number + " IS NOT NULL THEN ";
        String unfit = Sql.literal(problem) + " || " + column.asText();
        return new Conversion(time ? ColumnType.TIME : ColumnType.NUMBER,
                missing + fits + number + " ELSE error(" + unfit + ") END",
                missing + "ELSE " + number + " END",
                missing + fits + "NULL ELSE " + unfit + " END",
                "NOT " + FileColumn.isMissing(value) + " AND lower(ltrim(" + value + ", '+-')) NOT IN ('inf', 'infinity')");
    }

    /** Numbers that are configured to count the time since 1970. */
    Conversion since1970(int millisEach) {
        return new Conversion(ColumnType.TIME, "(" + sql + ") * " + millisEach, "(" + value + ") * " + millisEach, unfit,
                present);
    }

    private static String finite(FileColumn column) {
        String name = Sql.identifier(column.name());
        boolean fraction = column.type().equals("FLOAT") || column.type().equals("DOUBLE");
        return fraction ? "coalesce(isfinite(" + name + "), FALSE)" : name + " IS NOT NULL";
    }

    private static String millis(String type, String name) {
        return switch (type) {
            case "TIMESTAMP_NS", "TIME_NS" -> "epoch_ns(" + name + ") / 1000000.0";
            case "TIME WITH TIME ZONE" -> TextConversion.millis("CAST(" + name + " AS TIME)");
            default -> TextConversion.millis(name);
        };
    }
}
