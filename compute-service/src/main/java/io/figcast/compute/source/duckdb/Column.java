package io.figcast.compute.source.duckdb;

import java.util.Set;

import io.figcast.compute.slice.SourceFailedException;
import io.figcast.compute.source.Messages;

/**
 * A column of a data file.
 *
 * @param type DuckDB's name of its type
 */
record Column(String name, String type) {

    private static final Set<String> NUMBERS = Set.of("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "UTINYINT",
            "USMALLINT", "UINTEGER", "UBIGINT", "UHUGEINT", "FLOAT", "DOUBLE", "BIGNUM");
    private static final String MISSING = "'', 'na', 'n/a', 'nan', 'null', 'none'";

    /** The value as the data has it, for comparing and showing. */
    String asText() {
        return isText() ? Sql.identifier(name) : "CAST(" + Sql.identifier(name) + " AS VARCHAR)";
    }

    /**
     * The value as a number, NULL where it is missing.
     *
     * @throws SourceFailedException if the column can hold no numbers
     */
    String asNumber() {
        String column = Sql.identifier(name);
        if (isText()) {
            String number = "TRY_CAST(" + column + " AS DOUBLE)";
            String known = "lower(trim(" + column + ", chr(32) || chr(9) || chr(10) || chr(13))) IN (" + MISSING + ")";
            return "CASE WHEN " + number + " IS NOT NULL THEN " + number + " WHEN " + column + " IS NULL OR " + known
                    + " THEN NULL ELSE error(" + Sql.literal(Failures.NO_NUMBER + name + Failures.HOLDS) + " || "
                    + column + ") END";
        }
        if (NUMBERS.contains(type) || type.startsWith("DECIMAL")) {
            return "CAST(" + column + " AS DOUBLE)";
        }
        throw new SourceFailedException(
                Messages.bounded("column " + name + " is of type " + type + ", which holds no numbers"), null);
    }

    private boolean isText() {
        return type.equals("VARCHAR");
    }
}
