package io.figcast.compute.request;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * Bounds the requests that one channel has taken and not answered. Those being looked at stop the channel when they reach
 * its limit. Those known to wait for a computation or a listing are counted against their dataset instead, so that a slow
 * dataset uses up its own places and nobody else's. Thread-safe.
 */
final class Admission {

    private final int mostLookedAt;
    private final int mostWaiting;
    private final Map<String, Integer> waiting = new HashMap<>();
    private final Map<String, Set<CompletableFuture<Void>>> held = new HashMap<>();
    private int lookedAt;
    private @Nullable CompletableFuture<Void> room;

    Admission(int mostLookedAt, int mostWaiting) {
        this.mostLookedAt = mostLookedAt;
        this.mostWaiting = mostWaiting;
    }

    synchronized Place enter() {
        lookedAt++;
        if (lookedAt < mostLookedAt) {
            return new Place(CompletableFuture.completedStage(null));
        }
        room = room == null ? new CompletableFuture<>() : room;
        return new Place(room);
    }

    synchronized int count() {
        return lookedAt + waiting.values().stream().mapToInt(Integer::intValue).sum();
    }

    private synchronized @Nullable CompletableFuture<Void> firstHeld(String dataset) {
        Set<CompletableFuture<Void>> all = held.get(dataset);
        return all == null ? null : all.iterator().next();
    }

    private synchronized void notHeld(String dataset, CompletableFuture<Void> one) {
        held.computeIfPresent(dataset, (name, all) -> all.remove(one) && all.isEmpty() ? null : all);
    }

    private void noLongerLookedAt() {
        lookedAt--;
        if (room != null && lookedAt < mostLookedAt) {
            CompletableFuture<Void> free = room;
            room = null;
            free.complete(null);
        }
    }

    /** Where one request stands. */
    final class Place {

        private final CompletionStage<Void> room;
        private @Nullable String dataset;
        private boolean left;

        private Place(CompletionStage<Void> room) {
            this.room = room;
        }

        /** Completes when there is room for another in the channel. */
        CompletionStage<Void> roomForAnother() {
            return room;
        }

        /** From now on it waits for its dataset; false if as many wait for that already as may. */
        boolean waitFor(String slow) {
            synchronized (Admission.this) {
                if (dataset == null && !left && waiting.getOrDefault(slow, 0) < mostWaiting) {
                    dataset = slow;
                    waiting.merge(slow, 1, Integer::sum);
                    noLongerLookedAt();
                }
                return dataset != null;
            }
        }

        /** Completes when there may be a place to wait for its dataset, which another may take first; fails after the time. */
        CompletionStage<Void> roomToWaitFor(String slow, Duration within) {
            CompletableFuture<Void> mine = new CompletableFuture<>();
            synchronized (Admission.this) {
                if (waiting.getOrDefault(slow, 0) < mostWaiting) {
                    return CompletableFuture.completedStage(null);
                }
                held.computeIfAbsent(slow, none -> new LinkedHashSet<>()).add(mine);
            }
            return mine.orTimeout(within.toMillis(), TimeUnit.MILLISECONDS).whenComplete((free, over) -> notHeld(slow, mine));
        }

        void leave() {
            String dataset = left();
            CompletableFuture<Void> next = dataset == null ? null : firstHeld(dataset);
            if (next != null) {
                next.complete(null);
            }
        }

        private @Nullable String left() {
            synchronized (Admission.this) {
                if (!left && dataset == null) {
                    noLongerLookedAt();
                } else if (!left) {
                    waiting.computeIfPresent(dataset, (name, count) -> count == 1 ? null : count - 1);
                }
                left = true;
                return dataset;
            }
        }
    }
}
