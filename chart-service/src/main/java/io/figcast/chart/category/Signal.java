package io.figcast.chart.category;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The announcement that a category's slice changed state. It is a hint: the manifest in Redis decides.
 *
 * @param ref the category
 * @param status what happened
 * @param slice the slice id that it is about
 * @param result what was computed, with {@code ready}
 * @param run the run under way, with {@code computing}
 * @param available the version that can still be read
 * @param error why it failed, with {@code failed}
 * @param forgets names the requests to forget that were carried out, with {@code invalidated}; the last part of a name is what
 *        the sender called it
 */
public record Signal(CategoryRef ref, Status status, @Nullable String slice, @Nullable Result result, @Nullable Run run,
        @Nullable String available, @Nullable Failure error, List<String> forgets) {

    public Signal {
        forgets = List.copyOf(forgets);
    }

    /** What happened to the slice. */
    public enum Status {
        COMPUTING,
        READY,
        FAILED,
        INVALIDATED
    }

    /** What a computation produced. */
    public record Result(String version, long rows, @Nullable Instant computedAt, @Nullable Instant staleAt,
            @Nullable Instant expiresAt, @Nullable Long computeMillis) {
    }

    /** A computation under way; it has ended no later than {@code lease} after it was announced. */
    public record Run(@Nullable Instant startedAt, Duration lease, @Nullable Long expectedMillis) {
    }

    /** Why there is no new slice, and when asking again makes sense. */
    public record Failure(String code, String message, long retryAfterSeconds) {

        /** Whether Redis could not be reached, so that nobody knows what can be read there. */
        public boolean isOfTheStore() {
            return code.equals("STORE_UNAVAILABLE");
        }
    }

    /** Whether a request to forget of this name was carried out before it was announced. */
    public boolean isEndOf(String name) {
        return forgets.stream().anyMatch(forgotten -> forgotten.endsWith("/" + name));
    }

    /** Whether a request has ended with it. */
    public boolean isTerminal() {
        return status == Status.READY || status == Status.FAILED;
    }

    /** The version that can be read after it, if any. */
    public @Nullable String readableVersion() {
        return status == Status.READY && result != null ? result.version() : available;
    }
}
