package io.figcast.compute.request;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.jspecify.annotations.Nullable;

/** Counts the requests of one channel that are not answered yet, and holds up the channel at its limit. Thread-safe. */
final class InFlight {

    private final int limit;
    private int count;
    private @Nullable CompletableFuture<Void> room;

    InFlight(int limit) {
        this.limit = limit;
    }

    /** One more; completes when there is room for another. */
    synchronized CompletionStage<Void> begin() {
        count++;
        if (count < limit) {
            return CompletableFuture.completedStage(null);
        }
        room = new CompletableFuture<>();
        return room;
    }

    void end() {
        CompletableFuture<Void> waiter;
        synchronized (this) {
            count--;
            waiter = count < limit ? room : null;
            room = waiter == null ? room : null;
        }
        if (waiter != null) {
            waiter.complete(null);
        }
    }

    synchronized int count() {
        return count;
    }
}
