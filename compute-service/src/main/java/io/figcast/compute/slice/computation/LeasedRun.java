package io.figcast.compute.slice.computation;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.figcast.compute.slice.Manifest;
import io.figcast.compute.slice.SliceKey;
import io.figcast.compute.slice.SliceLimits;
import io.figcast.compute.slice.port.Runs;

/** One run of a computation under one lease. */
final class LeasedRun {

    final String version;
    final Instant startedAt;
    final @Nullable Manifest replaced;
    final Runs.Run run;
    final WorkerSlots.Slot slot;
    Runnable callOffDeadline = () -> {
    };
    Runnable callOffRenewal = () -> {
    };

    LeasedRun(String version, Instant startedAt, @Nullable Manifest replaced, Runs.Run run, WorkerSlots.Slot slot) {
        this.version = version;
        this.startedAt = startedAt;
        this.replaced = replaced;
        this.run = run;
        this.slot = slot;
    }

    /** Calls off what was to come: a timer that stayed would keep the run's buffers until it is due. */
    void over() {
        callOffDeadline.run();
        callOffRenewal.run();
    }

    Duration took(Instant now) {
        Duration took = Duration.between(startedAt, now);
        return took.isNegative() ? Duration.ZERO : took;
    }

    Manifest manifest(SliceKey key, SliceLimits limits, Runs.Stored stored, Instant now) {
        return new Manifest(key.dataset(), key.category(), key.axes(), version, stored.rows(), stored.omitted(),
                stored.columns(), now,
                now.plus(limits.staleAfter()), now.plus(limits.ttl()), took(now).toMillis(), stored.chunkValues(),
                stored.chunks(), stored.checksum());
    }
}
