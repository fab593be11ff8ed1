package io.figcast.chart.slice;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * All rows in memory, under one bound: those being read, those in use for drawing or for a download, and those that are kept
 * because somebody may zoom. What is in use stays; what is only kept goes when room is needed, the longest unused first. What
 * does not fit waits its turn, and fails with {@link NoRoomException} after a while or where too many wait already.
 */
final class RowMemory {

    /** One version of one slice. */
    record Key(String slice, String version) {
    }

    /** A slice that is in memory or on its way there. */
    private static final class Entry {

        private final long bytes;
        private final CompletableFuture<Slice> rows;
        private int users;

        Entry(long bytes, CompletableFuture<Slice> rows) {
            this.bytes = bytes;
            this.rows = rows;
        }
    }

    private record Waiting(Key key, long bytes, Supplier<CompletableFuture<Slice>> read, CompletableFuture<Slices.Use> use) {
    }

    private final long maxBytes;
    private final int maxWaiting;
    private final Duration patience;
    private final Map<Key, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
    private final Deque<Waiting> queue = new ArrayDeque<>();
    private long bytes;

    RowMemory(long maxBytes, int maxWaiting, Duration patience) {
        this.maxBytes = maxBytes;
        this.maxWaiting = maxWaiting;
        this.patience = patience;
    }

    synchronized long bytes() {
        return bytes;
    }

    /** The slice, to be closed after use; {@code read} is called at most once at a time for each, when there is room. */
    CompletableFuture<Slices.Use> use(Key key, long sliceBytes, Supplier<CompletableFuture<Slice>> read) {
        Waiting waiting = new Waiting(key, sliceBytes, read, new CompletableFuture<>());
        Runnable admitted;
        synchronized (this) {
            if (entries.containsKey(key) || queue.isEmpty() && makeRoom(sliceBytes)) {
                admitted = admit(waiting);
            } else if (queue.size() < maxWaiting) {
                queue.add(waiting);
                admitted = () -> giveUpLater(waiting);
            } else {
                admitted = () -> waiting.use().completeExceptionally(new NoRoomException());
            }
        }
        admitted.run();
        return waiting.use();
    }

    /** Drops what is kept of a slice; what is in use goes afterwards. */
    synchronized void forget(String slice) {
        entries.entrySet().removeIf(entry -> {
            boolean unused = entry.getKey().slice().equals(slice) && entry.getValue().users == 0;
            bytes -= unused ? entry.getValue().bytes : 0;
            return unused;
        });
    }

    /** Counts its bytes; what is handed back is to be run without the lock. */
    private Runnable admit(Waiting waiting) {
        Entry known = entries.get(waiting.key());
        Entry entry = known == null ? new Entry(waiting.bytes(), new CompletableFuture<>()) : known;
        entry.users++;
        if (known == null) {
            entries.put(waiting.key(), entry);
            bytes += entry.bytes;
        }
        return () -> {
            if (known == null) {
                read(waiting, entry.rows);
            }
            CompletableFuture<?> unused = entry.rows.whenComplete((rows, failure) -> handOut(waiting, entry, rows, failure));
        };
    }

    private void handOut(Waiting waiting, Entry entry, @Nullable Slice rows, @Nullable Throwable failure) {
        if (rows == null) {
            leave(waiting.key(), entry, true);
            waiting.use().completeExceptionally(failure == null ? new IllegalStateException("no rows") : failure);
            return;
        }
        Slices.Use use = new Slices.Use(rows, () -> leave(waiting.key(), entry, false));
        if (!waiting.use().complete(use)) {
            use.close();
        }
    }

    private static void read(Waiting waiting, CompletableFuture<Slice> started) {
        CompletableFuture<Slice> reading;
        try {
            reading = waiting.read().get();
        } catch (RuntimeException e) {
            reading = CompletableFuture.failedFuture(e);
        }
        CompletableFuture<?> unused = reading.whenComplete((rows, failure) -> {
            if (failure == null) {
                started.complete(rows);
            } else {
                started.completeExceptionally(failure);
            }
        });
    }

    private void leave(Key key, Entry entry, boolean failed) {
        List<Runnable> next;
        synchronized (this) {
            entry.users--;
            if (failed && entries.remove(key, entry)) {
                bytes -= entry.bytes;
            }
            next = admitWaiting();
        }
        next.forEach(Runnable::run);
    }

    /** Those at the head of the queue for whom there is room now; what is handed back is to be run without the lock. */
    private List<Runnable> admitWaiting() {
        List<Runnable> next = new ArrayList<>();
        for (Waiting first = queue.peek(); first != null && (entries.containsKey(first.key())
                || makeRoom(first.bytes())); first = queue.peek()) {
            next.add(admit(queue.remove()));
        }
        return next;
    }

    private void giveUpLater(Waiting waiting) {
        CompletableFuture<?> late = waiting.use().copy().orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS);
        CompletableFuture<?> unused = late.whenComplete((done, failure) -> giveUp(waiting));
    }

    private void giveUp(Waiting waiting) {
        List<Runnable> next;
        synchronized (this) {
            if (!queue.remove(waiting)) {
                return;
            }
            next = admitWaiting();
        }
        waiting.use().completeExceptionally(new NoRoomException());
        next.forEach(Runnable::run);
    }

    private boolean makeRoom(long wanted) {
        var all = entries.values().iterator();
        while (bytes + wanted > maxBytes && all.hasNext()) {
            Entry oldest = all.next();
            if (oldest.users == 0) {
                bytes -= oldest.bytes;
                all.remove();
            }
        }
        return bytes + wanted <= maxBytes;
    }

    /** How many wait for room; for tests. */
    synchronized int waiting() {
        return queue.size();
    }

    /** Whether it is in memory. */
    synchronized @Nullable Integer users(Key key) {
        Entry entry = entries.get(key);
        return entry == null ? null : entry.users;
    }
}
