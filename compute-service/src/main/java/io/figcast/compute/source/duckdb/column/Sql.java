package io.figcast.compute.source.duckdb.column;

import java.util.Collection;
import java.util.stream.Collectors;

/** Quotes text for DuckDB's SQL. */
public final class Sql {

    private Sql() {
    }

    /** A column of exactly this name. */
    public static String identifier(String name) {
        return '"' + withoutNul(name).replace("\"", "\"\"") + '"';
    }

    /** A text constant; in DuckDB a backslash has no meaning in one. */
    public static String literal(String text) {
        return '\'' + withoutNul(text).replace("'", "''") + '\'';
    }

    public static String list(Collection<String> texts) {
        return texts.stream().map(Sql::literal).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String withoutNul(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("names and paths must not contain NUL"); // it would end the statement
        }
        return text;
    }
}
