package io.figcast.compute.slice;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/** The announcement that a slice changed state. */
public sealed interface Signal {

    SliceKey key();

    /** The version that can still be read, if any. */
    @Nullable
    Available available();

    /** Handles each kind. A new kind does not compile until every caller handles it. */
    <R> R when(Function<Computing, R> computing, Function<Ready, R> ready, Function<Failed, R> failed,
            Function<Invalidated, R> invalidated);

    /** A version that can be read until it expires. */
    record Available(String version, Instant expiresAt) {

        public static @Nullable Available of(@Nullable Manifest manifest) {
            return manifest == null ? null : new Available(manifest.version(), manifest.expiresAt());
        }
    }

    /**
     * A run has begun.
     *
     * @param leaseUntil no later than this the run has ended or lost its lease
     * @param expectedMillis how long it took last time, if known
     */
    record Computing(SliceKey key, @Nullable Available available, Instant startedAt, Instant leaseUntil,
            @Nullable Long expectedMillis) implements Signal {

        @Override
        public <R> R when(Function<Computing, R> computing, Function<Ready, R> ready, Function<Failed, R> failed,
                Function<Invalidated, R> invalidated) {
            return computing.apply(this);
        }
    }

    /**
     * The slice is in the memo.
     *
     * @param memoized true where it was already there
     */
    record Ready(SliceKey key, Manifest manifest, boolean memoized) implements Signal {

        @Override
        public Available available() {
            return new Available(manifest.version(), manifest.expiresAt());
        }

        @Override
        public <R> R when(Function<Computing, R> computing, Function<Ready, R> ready, Function<Failed, R> failed,
                Function<Invalidated, R> invalidated) {
            return ready.apply(this);
        }
    }

    /** There is no new slice; an older one may be available. */
    record Failed(SliceKey key, @Nullable Available available, Failure failure) implements Signal {

        @Override
        public <R> R when(Function<Computing, R> computing, Function<Ready, R> ready, Function<Failed, R> failed,
                Function<Invalidated, R> invalidated) {
            return failed.apply(this);
        }
    }

    /**
     * The slice was forgotten, or its dataset changed.
     *
     * @param forgets names the requests to forget that were carried out before it was announced; none otherwise
     */
    record Invalidated(SliceKey key, List<String> forgets) implements Signal {

        public Invalidated {
            forgets = List.copyOf(forgets);
        }

        public Invalidated(SliceKey key) {
            this(key, List.of());
        }

        @Override
        public @Nullable Available available() {
            return null;
        }

        @Override
        public <R> R when(Function<Computing, R> computing, Function<Ready, R> ready, Function<Failed, R> failed,
                Function<Invalidated, R> invalidated) {
            return invalidated.apply(this);
        }
    }
}
