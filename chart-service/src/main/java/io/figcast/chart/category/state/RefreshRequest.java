package io.figcast.chart.category.state;

import java.util.concurrent.TimeUnit;

/** The request for a newer version of what is shown: one at a time, and it rests for the time of patience. */
final class RefreshRequest {

    /** What the broker did not take is tried again soon; what is shown is good enough meanwhile. */
    private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Limits limits;
    private boolean open;
    private long number;
    private long untilNanos;

    RefreshRequest(Limits limits) {
        this.limits = limits;
    }

    boolean isOpen() {
        return open;
    }

    long untilNanos() {
        return untilNanos;
    }

    void open(long newNumber, long now) {
        open = true;
        number = newNumber;
        untilNanos = now + limits.patienceNanos();
    }

    void notSent(long which, long now) {
        if (open && number == which) {
            untilNanos = now + RETRY_NANOS;
        }
    }

    /** Another version is there, or none, or it failed. */
    void close() {
        open = false;
    }
}
