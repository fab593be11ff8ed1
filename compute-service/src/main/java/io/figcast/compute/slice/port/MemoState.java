package io.figcast.compute.slice.port;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import io.figcast.compute.slice.Failure;
import io.figcast.compute.slice.Manifest;

/**
 * What one look into the memo found, all at one moment.
 *
 * @param leased somebody else holds the lease
 * @param taken the looker now holds the lease
 */
public record MemoState(@Nullable Held held, @Nullable Remembered remembered, boolean leased, boolean taken) {

    /** A slice that can be read for the remaining time, which is measured by the memo and by no other clock. */
    public record Held(Manifest manifest, Duration remaining) {

        public boolean fresh() {
            return remaining.compareTo(Duration.between(manifest.staleAt(), manifest.expiresAt())) > 0;
        }
    }

    /** A failure that is remembered for the remaining time. */
    public record Remembered(Failure failure, Duration remaining) {

        public Failure now() {
            return failure.remaining(Math.max(1, remaining.plusMillis(999).toSeconds()));
        }
    }

    public StateId id() {
        return new StateId(held == null ? null : held.manifest().version(),
                remembered == null ? null : remembered.failure().failedAt());
    }

    @Nullable
    public Manifest manifest() {
        return held == null ? null : held.manifest();
    }
}
