package io.figcast.compute.dataset.duckdb;

import java.sql.SQLException;
import java.util.regex.Pattern;

import io.figcast.compute.dataset.source.Messages;
import io.figcast.compute.slice.SourceFailedException;

/** Turns what DuckDB says into a message for users. */
final class Failures {

    /** Begins the message that our own SQL raises, and separates column and value. */
    static final String NO_NUMBER = "figcast-no-number\u001f";
    static final String HOLDS = "\u001f";

    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern DIRECTORIES = Pattern.compile("(?<![\\w/])/([^/\\s\"']+/)+");

    private Failures() {
    }

    static SourceFailedException of(SQLException failure) {
        String message = String.valueOf(failure.getMessage());
        int ours = message.indexOf(NO_NUMBER);
        if (ours >= 0) {
            String text = message.substring(ours + NO_NUMBER.length());
            int value = text.indexOf(HOLDS);
            return new SourceFailedException(Messages.bounded("column " + text.substring(0, value) + " holds "
                    + Messages.quoted(text.substring(value + 1)) + ", which is not a number"), failure);
        }
        // DuckDB appends the statement, which says nothing to users.
        int statement = message.indexOf("\n\nLINE ");
        return new SourceFailedException(
                Messages.bounded(readable(statement < 0 ? message : message.substring(0, statement))), failure);
    }

    /** In one line, and with the names of files instead of where they lie on this machine. */
    private static String readable(String message) {
        return DIRECTORIES.matcher(SPACE.matcher(message).replaceAll(" ")).replaceAll("");
    }
}
