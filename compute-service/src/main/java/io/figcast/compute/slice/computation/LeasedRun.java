package io.figcast.compute.slice.computation;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.figcast.compute.slice.Manifest;
import io.figcast.compute.slice.SliceKey;
import io.figcast.compute.slice.SliceLimits;
import io.figcast.compute.slice.port.Runs;

/** One run of a computation under one lease, alone or together with others; it begins when they too have their lease. */
final class LeasedRun {

    /** Cancels nothing. */
    static final Runnable NOTHING = () -> {
    };

    /**
     * What is known once it has begun.
     *
     * @param together how many are read by the same scan
     */
    record Begun(Runs.Run run, Instant at, int together) {

        Duration took(Instant now) {
            Duration took = Duration.between(at, now);
            return took.isNegative() ? Duration.ZERO : took;
        }
    }

    final Computation computation;
    final String version;
    final @Nullable Manifest replaced;
    final WorkerSlots.Slot slot;
    @Nullable
    Begun begun;
    Runnable callOffDeadline = NOTHING;
    Runnable callOffRenewal = NOTHING;
    Runnable callOffNews = NOTHING;

    LeasedRun(Computation computation, String version, @Nullable Manifest replaced, WorkerSlots.Slot slot) {
        this.computation = computation;
        this.version = version;
        this.replaced = replaced;
        this.slot = slot;
    }

    /** Whether it has not ended. */
    boolean isOn() {
        return computation.run == this;
    }

    Begun begun() {
        return Objects.requireNonNull(begun);
    }

    /** Cancels pending timers, which would keep the run's buffers until they are due. */
    void over() {
        callOffDeadline.run();
        callOffRenewal.run();
        callOffNews.run();
    }

    Manifest manifest(SliceKey key, SliceLimits limits, Runs.Stored stored, Instant now) {
        return new Manifest(key.dataset(), key.category(), key.axes(), version, stored.rows(), stored.omitted(),
                stored.columns(), stored.reduced(), now,
                now.plus(limits.staleAfter()), now.plus(limits.ttl()), begun().took(now).toMillis(), stored.chunkValues(),
                stored.chunks(), stored.checksum());
    }
}
