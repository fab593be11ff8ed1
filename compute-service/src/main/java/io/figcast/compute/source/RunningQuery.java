package io.figcast.compute.source;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import io.figcast.compute.slice.SourceFailedException;

/**
 * The statement that a reading runs, and the way to end it from another thread. A driver forgets a cancel that comes
 * just before the statement starts, so it is repeated until the reading has ended.
 */
public final class RunningQuery {

    private static final long REPEAT_MILLIS = 200;

    private @Nullable Statement statement;
    private volatile boolean cancelled;

    /** Makes the statement known before it is run. */
    public synchronized void started(Statement running) {
        failIfCancelled();
        statement = running;
    }

    /** Forgets the statement before it is closed. */
    public synchronized void ended() {
        statement = null;
    }

    public void failIfCancelled() {
        if (cancelled) {
            throw new SourceFailedException("the query was cancelled", null);
        }
    }

    public synchronized void cancel() {
        cancelled = true;
        if (statement == null) {
            return;
        }
        try {
            statement.cancel();
        } catch (SQLException e) {
            // It has just ended, or the database cannot be reached: then the time-outs of the driver end it.
        }
        CompletableFuture.delayedExecutor(REPEAT_MILLIS, TimeUnit.MILLISECONDS).execute(this::cancel);
    }
}
