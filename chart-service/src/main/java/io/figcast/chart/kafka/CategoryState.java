package io.figcast.chart.kafka;

import org.jspecify.annotations.Nullable;

import io.figcast.chart.category.Signal;
import io.vertx.core.buffer.Buffer;

/**
 * The newest signal of a category as it was received.
 *
 * @param offset its place in the topic, which is the order of all signals
 * @param signal what it says
 * @param computeMillis how long the newest known computation of the category took
 * @param failedUntilNanos with a failure: when asking again makes sense, on this machine's own clock
 * @param receivedNanos when it was received, on this machine's own clock
 * @param event the signal as a server-sent event, encoded once for all who listen
 */
public record CategoryState(long offset, Signal signal, @Nullable Long computeMillis, long receivedNanos,
        long failedUntilNanos, Buffer event) {

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
}
