package io.figcast.chart.category;

import org.jspecify.annotations.Nullable;

/**
 * The newest signal of a category as it was received.
 *
 * @param offset its place in the topic, which is the order of all signals
 * @param signal what it says
 * @param computeMillis how long the newest known computation of the category took
 * @param receivedNanos when it was received, on this machine's own clock
 * @param failedUntilNanos with a failure: when asking again makes sense, on this machine's own clock
 */
public record NewestSignal(long offset, Signal signal, @Nullable Long computeMillis, long receivedNanos,
        long failedUntilNanos) {

    /** Whether a run is under way: announced, and its lease cannot have ended yet. */
    public boolean isComputing(long nowNanos) {
        Signal.Run run = signal.run();
        return run != null && nowNanos - receivedNanos < run.lease().toNanos();
    }

    /** Whether it failed so recently that asking again would only bring the same failure. */
    public boolean isFailing(long nowNanos) {
        return signal.error() != null && failedUntilNanos - nowNanos > 0;
    }

    /** In how many seconds asking again makes sense; at least one. */
    public long failingSeconds(long nowNanos) {
        return 1 + Math.max(0, failedUntilNanos - nowNanos) / 1_000_000_000L;
    }

    /** The same place, and what should have been said there. */
    public NewestSignal corrected(Signal truth) {
        return new NewestSignal(offset, truth, computeMillis, receivedNanos, receivedNanos);
    }

    /** The same, knowing what only an earlier one said. */
    public NewestSignal after(@Nullable NewestSignal before) {
        return computeMillis != null || before == null ? this
                : new NewestSignal(offset, signal, before.computeMillis(), receivedNanos, failedUntilNanos);
    }
}
