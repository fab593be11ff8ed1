package io.figcast.compute.source.duckdb.column;

import java.util.Set;

import io.figcast.compute.source.columns.ColumnKind;

/**
 * A column of a data file.
 *
 * @param type DuckDB's name of its type
 */
public record FileColumn(String name, String type) {

    private static final String MISSING = "'', 'na', 'n/a', '#n/a', 'n.a.', 'nan', 'null', '(null)', 'none', 'missing',"
            + " '-', '--', '\u2013', '\u2014', '.', '..', '?', '\\n'";
    private static final Set<String> NUMBERS = Set.of("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "UTINYINT",
            "USMALLINT", "UINTEGER", "UBIGINT", "UHUGEINT", "FLOAT", "DOUBLE", "BIGNUM");
    private static final Set<String> LABELS = Set.of("VARCHAR", "UUID", "JSON");

    public static FileColumn text(String name) {
        return new FileColumn(name, "VARCHAR");
    }

    public boolean isText() {
        return type.equals("VARCHAR");
    }

    public boolean isNested() {
        return kind() == ColumnKind.NESTED;
    }

    /** What its type says; of text that is only the beginning. */
    public ColumnKind kind() {
        if (NUMBERS.contains(type) || type.startsWith("DECIMAL")) {
            return ColumnKind.NUMBER;
        }
        if (type.equals("DATE") || type.startsWith("TIME")) {
            return ColumnKind.TIME;
        }
        if (type.equals("BOOLEAN")) {
            return ColumnKind.BOOLEAN;
        }
        return LABELS.contains(type) || type.startsWith("ENUM") && !type.endsWith("]") ? ColumnKind.TEXT : ColumnKind.NESTED;
    }

    /** The value as the data has it, for comparing and showing. */
    public String asText() {
        return isText() ? Sql.identifier(name) : "CAST(" + Sql.identifier(name) + " AS VARCHAR)";
    }

    /** The value of text without the space around it. */
    public String trimmed() {
        return "trim(" + asText() + ", chr(32) || chr(9) || chr(10) || chr(13) || chr(160))";
    }

    /** Whether trimmed text stands for nothing. */
    public static String isMissing(String trimmed) {
        return "(" + trimmed + " IS NULL OR lower(" + trimmed + ") IN (" + MISSING + "))";
    }
}
