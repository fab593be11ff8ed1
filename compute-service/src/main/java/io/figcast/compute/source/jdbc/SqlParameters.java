package io.figcast.compute.source.jdbc;

import java.util.regex.Pattern;

/** Counts the {@code ?} of a query that stand for values: not those in quotes or comments, nor a doubled one. */
public final class SqlParameters {

    private static final Pattern NO_PARAMETER = Pattern.compile(
            "'(?:[^']|'')*+'|\"(?:[^\"]|\"\")*+\"|--[^\\n]*+|/\\*(?s:.*?)\\*/|\\?\\?");

    private SqlParameters() {
    }

    public static int count(String query) {
        return (int) NO_PARAMETER.matcher(query).replaceAll("").chars().filter(c -> c == '?').count();
    }
}
