package io.figcast.compute.source.duckdb.column;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.figcast.compute.source.columns.ColumnKind;

/**
 * The ways in which text is a number, a boolean or a time. The one that fits most values of a column is the column's; of those
 * that fit equally many, the first. A pattern guards each, because the engine's own casts accept more than plain forms.
 */
public enum TextConversion {
    NUMBER(ColumnKind.NUMBER, value -> "TRY_CAST(" + value + " AS DOUBLE)"),
    /** 1,234.5, also with a currency or a percent sign. */
    ENGLISH_NUMBER(ColumnKind.NUMBER, value -> coalesce(NUMBER.sql(value),
            amount(value, "(\\d{1,3}([, '\u2019\u00a0\u202f]\\d{3})+|\\d+)(\\.\\d+)?",
                    "TRY_CAST(regexp_replace(" + value + ", '[^0-9.+-]', '', 'g') AS DOUBLE)"))),
    /** 1.234,5, as a spreadsheet writes it where the decimal sign is a comma. */
    CONTINENTAL_NUMBER(ColumnKind.NUMBER, value -> coalesce(
            amount(value, "(\\d{1,3}([. '\u2019\u00a0\u202f]\\d{3})+|\\d+)(,\\d+)?",
                    "TRY_CAST(replace(regexp_replace(" + value + ", '[^0-9,+-]', '', 'g'), ',', '.') AS DOUBLE)"),
            NUMBER.sql(value))),
    BOOLEAN(ColumnKind.BOOLEAN,
            value -> "CASE WHEN lower(" + value + ") IN ('true', 't', 'yes', 'y') THEN 1::DOUBLE WHEN lower(" + value
                    + ") IN ('false', 'f', 'no', 'n') THEN 0::DOUBLE END"),
    /** With or without zone; without one it is UTC. */
    ISO_8601(ColumnKind.TIME, value -> guarded(value, "\\d{4}[-/]\\d{1,2}[-/]\\d{1,2}([T ]\\d.*)?",
            millis("TRY_CAST(regexp_replace(" + value + ", ' ([-+]\\d)', '\\1') AS TIMESTAMPTZ)"))),
    MONTH(ColumnKind.TIME, value -> parsed(value, "\\d{4}[-/](0[1-9]|1[0-2])", List.of("%Y-%m", "%Y/%m"))),
    COMPACT_ISO_8601(ColumnKind.TIME, value -> parsed(value, "\\d{8}T\\d{4,6}Z?",
            List.of("%Y%m%dT%H%M%SZ", "%Y%m%dT%H%M%S", "%Y%m%dT%H%MZ", "%Y%m%dT%H%M"))),
    /** A year or 20000131, which are numbers unless times are asked for. */
    DIGITS(ColumnKind.TIME,
            value -> coalesce(parsed(value, "(1[5-9]|20)\\d\\d(0[1-9]|1[0-2])([0-2]\\d|3[01])", List.of("%Y%m%d")),
                    parsed(value, "\\d{4}", List.of("%Y")))),
    TIME_OF_DAY(ColumnKind.TIME, value -> guarded(value, "\\d{1,2}:\\d{2}(:\\d{2}(\\.\\d+)?)?",
            millis("TRY_CAST(CASE WHEN length(" + value + ") < 6 THEN " + value + " || ':00' ELSE " + value
                    + " END AS TIME)"))),
    /** Jan 1 2000, January 1, 2000. */
    MONTH_DAY_YEAR(ColumnKind.TIME, value -> parsed(value, "[A-Za-z]{3,9}\\.?[- ]\\d{1,2},?[- ]\\d{4}( .*)?",
            withClock("%b %d %Y", "%b-%d-%Y", "%b %d, %Y", "%B %d %Y", "%B %d, %Y", "%b. %d %Y", "%b. %d, %Y"))),
    /** 1 Jan 2000, 1-Jan-2000. */
    DAY_MONTH_YEAR(ColumnKind.TIME, value -> coalesce(
            parsed(value, "\\d{1,2}[- ][A-Za-z]{3,9}[- ,]+\\d{4}( .*)?",
                    withClock("%d %b %Y", "%d-%b-%Y", "%d %B %Y", "%d-%B-%Y", "%d %b, %Y")),
            parsed(value, "\\d{1,2}[- ][A-Za-z]{3}[- ]\\d{2}( .*)?", withClock("%d-%b-%y", "%d %b %y")))),
    WEEKDAY_FIRST(ColumnKind.TIME, value -> parsed(value, "[A-Za-z]{3,9},? .*\\d{4}.*",
            withClock("%a %b %d %Y", "%A, %B %d, %Y", "%a, %d %b %Y", "%A, %d %B %Y"))),
    MONTH_YEAR(ColumnKind.TIME, value -> parsed(value, "[A-Za-z]{3,9}[- ]\\d{4}", List.of("%b %Y", "%B %Y", "%b-%Y", "%B-%Y"))),
    /** 1/31/2000. */
    AMERICAN(ColumnKind.TIME,
            value -> coalesce(parsed(value, "\\d{1,2}[-/]\\d{1,2}[-/]\\d{4}( .*)?", withClock("%m/%d/%Y", "%m-%d-%Y")),
                    parsed(value, "\\d{1,2}/\\d{1,2}/\\d{2}( .*)?", withClock("%m/%d/%y")))),
    /** 31/1/2000, 31.1.2000. */
    EUROPEAN(ColumnKind.TIME, value -> coalesce(
            parsed(value, "\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{4}( .*)?", withClock("%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y")),
            parsed(value, "\\d{1,2}[/.]\\d{1,2}[/.]\\d{2}( .*)?", withClock("%d/%m/%y", "%d.%m.%y"))));

    private final ColumnKind kind;
    private final UnaryOperator<String> sql;

    TextConversion(ColumnKind kind, UnaryOperator<String> sql) {
        this.kind = kind;
        this.sql = sql;
    }

    public ColumnKind kind() {
        return kind;
    }

    /** The double that an expression of text stands for; NULL where it is none. */
    public String sql(String value) {
        return sql.apply(value);
    }

    /** Of something that has a moment. */
    static String millis(String moment) {
        return "epoch_us(" + moment + ") / 1000.0";
    }

    /** Digits, perhaps with a sign, a currency or a percent sign. */
    private static String amount(String value, String digits, String conversion) {
        return guarded(value, "[-+]?[$€£¥]?\\s?[-+]?" + digits + "\\s?[%€$£¥]?", conversion);
    }

    private static String guarded(String value, String pattern, String conversion) {
        return "CASE WHEN regexp_full_match(" + value + ", " + Sql.literal(pattern) + ") THEN " + conversion + " END";
    }

    private static String parsed(String value, String pattern, List<String> formats) {
        return guarded(value, pattern, millis("try_strptime(" + value + ", " + Sql.list(formats) + ")"));
    }

    private static String coalesce(String first, String second) {
        return "coalesce(" + first + ", " + second + ")";
    }

    private static List<String> withClock(String... dates) {
        return Stream.of(dates).flatMap(date -> List.of("", " %H:%M", " %H:%M:%S", " %H:%M:%S.%f", " %I:%M %p",
                " %I:%M:%S %p").stream().map(clock -> date + clock)).toList();
    }
}
