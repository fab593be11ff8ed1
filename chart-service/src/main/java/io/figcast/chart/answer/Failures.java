package io.figcast.chart.answer;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;

import io.figcast.chart.slice.NoRoomException;
import io.figcast.chart.slice.SliceBrokenException;
import io.figcast.chart.slice.SliceTooLargeException;
import io.figcast.chart.slice.redis.RedisAwayException;
import io.quarkus.logging.Log;

/** What callers are told when rows could not be read or drawn. */
final class Failures {

    private static final long TOO_LARGE_RETRY_SECONDS = 30;

    private Failures() {
    }

    /** A part of the slice is missing: it is as good as none. */
    static boolean isMissing(Throwable failure) {
        return cause(failure) instanceof SliceBrokenException;
    }

    /** It says nothing about the slice: what is held of it, however old, is better than nothing. */
    static boolean isPassing(Throwable failure) {
        Throwable cause = cause(failure);
        return cause instanceof RedisAwayException || cause instanceof RejectedExecutionException
                || cause instanceof NoRoomException;
    }

    static Outcome outcome(Throwable failure) {
        Throwable cause = cause(failure);
        String message = String.valueOf(cause.getMessage());
        if (cause instanceof SliceTooLargeException) {
            return new Outcome.Failed("TOO_LARGE", message, TOO_LARGE_RETRY_SECONDS);
        }
        if (cause instanceof RedisAwayException) {
            return new Outcome.Unavailable("MEMO_UNAVAILABLE", message);
        }
        if (cause instanceof RejectedExecutionException) {
            return new Outcome.Unavailable("BUSY", "too many figures are being drawn");
        }
        if (cause instanceof NoRoomException) {
            return new Outcome.Unavailable("BUSY", message);
        }
        if (cause instanceof CancellationException) {
            return new Outcome.Unavailable("BUSY", "nobody is waiting for it any more");
        }
        Log.error("A call for a category could not be answered", failure);
        return new Outcome.Unavailable("INTERNAL", "an unexpected error, which is in the log");
    }

    static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
