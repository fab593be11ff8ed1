package io.figcast.compute.source;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import io.figcast.compute.slice.SourceFailedException;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/**
 * The query that a reading runs, and the way to end it from another thread, which never waits: drivers may take their time
 * to cancel. A driver forgets a cancel that comes just before the statement starts, so it is repeated until the query has
 * ended; one that does not end by that is abandoned.
 */
public final class RunningQuery {

    private static final long REPEAT_MILLIS = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private @Nullable Query query;
    private volatile boolean cancelled;

    /** What can be ended. Both may block, and run on a thread of their own. */
    public interface Query {

        void cancel() throws SQLException;

        /** Ends it although the other side does not answer. */
        default void abandon() throws SQLException {
        }

        /** From 0 to 1, as far as that is known. Does not block. */
        default double progress() throws SQLException {
            return 0;
        }
    }

    /** Registers the statement before it runs. */
    public void started(Statement running) {
        started((Query) running::cancel);
    }

    /** Registers the query before it runs. */
    public synchronized void started(Query running) {
        failIfCancelled();
        query = running;
    }

    /** Forgets the query before what it runs on is closed. */
    public synchronized void ended() {
        query = null;
    }

    /** How far the query is that runs now, from 0 to 1; 0 where none does or nobody knows. */
    public synchronized double progress() {
        try {
            return query == null ? 0 : query.progress();
        } catch (SQLException e) {
            return 0; // nobody knows
        }
    }

    public boolean isCancelled() {
        return cancelled;
    }

    public void failIfCancelled() {
        if (cancelled) {
            throw new SourceFailedException("the query was cancelled", null);
        }
    }

    public void cancel() {
        if (!cancelled) {
            cancelled = true;
            threads().execute(this::cancelAgain);
            var unused = threads().schedule(this::abandon, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void cancelAgain() {
        Query running = running();
        if (running != null) {
            try {
                running.cancel();
            } catch (SQLException e) {
                // It has just ended, or the database cannot be reached: then it is abandoned.
            }
            var unused = threads().schedule(this::cancelAgain, REPEAT_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void abandon() {
        Query running = running();
        if (running != null) {
            try {
                running.abandon();
            } catch (SQLException e) {
                // There is nothing left to abandon.
            }
        }
    }

    private synchronized @Nullable Query running() {
        return query;
    }

    private static ScheduledExecutorService threads() {
        return Infrastructure.getDefaultWorkerPool();
    }
}
