package io.figcast.compute.source.duckdb;

import java.sql.SQLException;

import io.figcast.compute.slice.SourceFailedException;
import io.figcast.compute.source.Messages;

/** Turns what DuckDB says into a message for users. */
final class Failures {

    /** Begins the message that our own SQL raises, and separates column and value. */
    static final String NO_NUMBER = "figcast-no-number\u001f";
    static final String HOLDS = "\u001f";

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
        return new SourceFailedException(Messages.ofDriver(message), failure);
    }
}
