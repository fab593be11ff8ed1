package io.figcast.compute.source.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.figcast.compute.slice.SourceFailedException;
import io.figcast.compute.source.Messages;
import io.figcast.compute.source.columns.ColumnChoice;

/**
 * The statements of one database. The category is a parameter in each that needs it.
 *
 * @param exists gives a row if there is one of the category; null where only the categories' query can tell
 * @param scan begins the query that gives category, x and y of several; null where they are read one by one
 */
record Statements(String categories, @Nullable String exists, String slice, @Nullable String scan) {

    static Statements of(Selection.Queries queries) {
        return new Statements(queries.categories(), null, queries.slice(), null);
    }

    static Statements of(Selection.From from, ColumnChoice columns, Engine engine, String quote) {
        String rows = rows(from, quote);
        String category = columns.category().map(name -> engine.asCategory("q." + identifier(name, quote)))
                .orElse("'" + ColumnChoice.ALL_ROWS + "'");
        String drawn = "q." + identifier(columns.x().orElseThrow(), quote) + ", q." + identifier(columns.y(), quote);
        return new Statements(
                engine.reduces()
                        ? "select " + category + ", count(*) from " + rows + " where " + category
                                + " is not null group by 1 order by 1"
                        : "select distinct " + category + " from " + rows + " where " + category + " is not null order by 1",
                "select 1 from " + rows + " where " + category + " = ?",
                "select " + drawn + " from " + rows + " where " + category + " = ? order by 1, 2",
                "select " + category + ", " + drawn + " from " + rows + " where " + category + " in (");
    }

    /** All rows with these columns, or with all columns if none is named. */
    static String sample(Selection.From from, Collection<String> columns, String quote) {
        String names = columns.stream().map(name -> "q." + identifier(name, quote)).collect(Collectors.joining(", "));
        return "select " + (names.isEmpty() ? "q.*" : names) + " from " + rows(from, quote);
    }

    static String quote(Connection connection) throws SQLException {
        return connection.getMetaData().getIdentifierQuoteString().strip();
    }

    /** Whether the categories come with how many rows each has. */
    boolean areCounted() {
        return scan != null && categories.contains(", count(*) from ");
    }

    String exists(Engine engine, Connection connection) throws SQLException {
        if (exists != null) {
            return exists;
        }
        try (PreparedStatement listing = connection.prepareStatement(categories)) {
            String category = "q." + identifier(listing.getMetaData().getColumnLabel(1), quote(connection));
            return "select 1 from " + wrapped(categories) + " where " + engine.asCategory(category) + " = ?";
        }
    }

    /** Those of one category together, and in the order of {@link #slice}. */
    String scan(int count) {
        return Objects.requireNonNull(scan) + String.join(", ", Collections.nCopies(count, "?")) + ") order by 1, 2, 3";
    }

    private static String rows(Selection.From from, String quote) {
        return from instanceof Selection.Table table ? Arrays.stream(table.text().split("\\.", -1))
                .map(part -> identifier(part, quote)).collect(Collectors.joining(".")) + " q" : wrapped(from.text());
    }

    /** The line breaks end a comment at its end. */
    private static String wrapped(String query) {
        return "(\n" + withoutEnd(query) + "\n) q";
    }

    /** As it can stand in another query. */
    static String withoutEnd(String query) {
        return query.strip().replaceFirst("[;\\s]+$", "");
    }

    private static String identifier(String name, String quote) {
        if (name.isEmpty() || name.indexOf('\0') >= 0) {
            throw new SourceFailedException("a column or table has no name", null);
        }
        if (!quote.isEmpty()) {
            return quote + name.replace(quote, quote + quote) + quote;
        }
        if (name.matches("[A-Za-z_]\\w*")) {
            return name;
        }
        throw new SourceFailedException(
                Messages.bounded("this database quotes no names, so that " + name + " cannot be one"), null);
    }
}
