package io.figcast.chart.category.state;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** How patient all categories together are, and how much of each kind there may be. */
public final class Limits {

    private final Duration patience;
    private final int maxWaiting;
    private final int maxOutstanding;
    private final long maxBytes;
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger outstanding = new AtomicInteger();
    private volatile boolean stopping;

    /**
     * @param patience after so much silence a request is sent again when someone asks again
     * @param maxWaiting how many may wait; more are answered at once
     * @param maxOutstanding how many categories may be asked for at the same time
     * @param maxBytes how much the held answers may take
     */
    public Limits(Duration patience, int maxWaiting, int maxOutstanding, long maxBytes) {
        this.patience = patience;
        this.maxWaiting = maxWaiting;
        this.maxOutstanding = maxOutstanding;
        this.maxBytes = maxBytes;
    }

    public int waiting() {
        return waiting.get();
    }

    long patienceNanos() {
        return patience.toNanos();
    }

    long maxBytes() {
        return maxBytes;
    }

    /** Nobody may wait any more: callers turn to another replica. */
    void stop() {
        stopping = true;
    }

    boolean enterWaiting() {
        return !stopping && enter(waiting, maxWaiting);
    }

    void leaveWaiting() {
        waiting.decrementAndGet();
    }

    boolean enterOutstanding() {
        return enter(outstanding, maxOutstanding);
    }

    void leaveOutstanding() {
        outstanding.decrementAndGet();
    }

    private static boolean enter(AtomicInteger count, int max) {
        if (count.incrementAndGet() > max) {
            count.decrementAndGet();
            return false;
        }
        return true;
    }
}
