package io.figcast.compute.source.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.figcast.compute.slice.SourceFailedException;
import io.figcast.compute.source.Messages;

/**
 * The statements of one database. The category is a parameter in each that needs it.
 *
 * @param exists gives a row if there is one of the category; null where only the categories' query can tell
 */
record Statements(String categories, @Nullable String exists, String slice) {

    static Statements of(Selection selection, Engine engine, Connection connection) throws SQLException {
        String quote = connection.getMetaData().getIdentifierQuoteString().strip();
        if (selection instanceof Selection.Columns columns) {
            return of(columns, engine, quote);
        }
        Selection.Queries queries = (Selection.Queries) selection;
        return new Statements(queries.categories(), null, queries.slice());
    }

    String exists(Engine engine, Connection connection) throws SQLException {
        if (exists != null) {
            return exists;
        }
        String quote = connection.getMetaData().getIdentifierQuoteString().strip();
        try (PreparedStatement listing = connection.prepareStatement(categories)) {
            String category = "q." + identifier(listing.getMetaData().getColumnLabel(1), quote);
            return "select 1 from " + wrapped(categories) + " where " + engine.asCategory(category) + " = ?";
        }
    }

    private static Statements of(Selection.Columns columns, Engine engine, String quote) {
        String from = columns.from() instanceof Selection.Table table
                ? Arrays.stream(table.text().split("\\.", -1)).map(part -> identifier(part, quote))
                        .collect(Collectors.joining(".")) + " q"
                : wrapped(columns.from().text());
        String category = engine.asCategory("q." + identifier(columns.category(), quote));
        return new Statements(
                "select distinct " + category + " from " + from + " where " + category + " is not null order by 1",
                "select 1 from " + from + " where " + category + " = ?",
                "select q." + identifier(columns.x(), quote) + ", q." + identifier(columns.y(), quote) + " from " + from
                        + " where " + category + " = ? order by 1, 2");
    }

    /** The line breaks end a comment at its end. */
    private static String wrapped(String query) {
        return "(\n" + query.strip().replaceFirst("[;\\s]+$", "") + "\n) q";
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
