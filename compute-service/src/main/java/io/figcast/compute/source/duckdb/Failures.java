package io.figcast.compute.source.duckdb;

import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

import io.figcast.compute.slice.SourceFailedException;
import io.figcast.compute.source.Messages;
import io.figcast.compute.source.duckdb.column.Conversion;

/** Turns DuckDB's errors into messages for users. */
final class Failures {

    private static final String MIXED_LINE_ENDS = "state machine reached an invalid state";

    private Failures() {
    }

    static SourceFailedException of(SQLException failure) {
        String message = String.valueOf(failure.getMessage());
        if (message.contains(Conversion.UNFIT)) {
            return unfit(message, failure);
        }
        if (message.contains(MIXED_LINE_ENDS)) {
            return new SourceFailedException("the lines of a file do not all end in the same way (LF, CR LF or CR);"
                    + " write it with one of them", failure);
        }
        return new SourceFailedException(Messages.ofDriver(message), failure);
    }

    /** @param message holds what {@link Conversion#unfit} says */
    static SourceFailedException unfit(String message, @Nullable SQLException failure) {
        int ours = message.indexOf(Conversion.UNFIT);
        String[] parts = message.substring(ours + Conversion.UNFIT.length()).split(Conversion.BETWEEN, 3);
        return new SourceFailedException(Messages.bounded("column " + parts[0] + " holds " + Messages.quoted(parts[2])
                + ", which is not a " + parts[1]), failure);
    }
}
