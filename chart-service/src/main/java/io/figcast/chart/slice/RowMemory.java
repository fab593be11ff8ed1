package io.figcast.chart.slice;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
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
 * does not fit waits its turn, and fails with {@link NoRoomException} after a while or where too many wait already. Small ones
 * that fit pass the one that has waited longest, until a share of the memory has passed it: it is held up, but not starved.
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
        private boolean forgotten;

        Entry(long bytes, CompletableFuture<Slice> rows) {
            this.bytes = bytes;
            this.rows = rows;
        }
    }

    private record Waiting(Key key, long bytes, Supplier<CompletableFuture<Slice>> read, CompletableFuture<Slices.Use> use) {
    }

    private static final int PASSING_SHARE = 4;

    private final long maxBytes;
    private final int maxWaiting;
    private final Duration patience;
    private final Map<Key, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
    private final Deque<Waiting> queue = new ArrayDeque<>();
    private long bytes;
    private long usedBytes;
    private long passedBytes;

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
            if (enters(waiting, queue.isEmpty())) {
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
            boolean meant = entry.getKey().slice().equals(slice);
            entry.getValue().forgotten |= meant;
            boolean unused = meant && entry.getValue().users == 0;
            bytes -= unused ? entry.getValue().bytes : 0;
            return unused;
        });
    }

    /** Counts its bytes; run what is returned without the lock. */
    private Runnable admit(Waiting waiting) {
        Entry known = entries.get(waiting.key());
        Entry entry = known == null ? new Entry(waiting.bytes(), new CompletableFuture<>()) : known;
        usedBytes += entry.users++ == 0 ? entry.bytes : 0;
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
            usedBytes -= --entry.users == 0 ? entry.bytes : 0;
            if ((failed || entry.forgotten && entry.users == 0) && entries.remove(key, entry)) {
                bytes -= entry.bytes;
            }
            next = admitWaiting();
        }
        next.forEach(Runnable::run);
    }

    /** Those for whom there is room now; run what is returned without the lock. */
    private List<Runnable> admitWaiting() {
        List<Runnable> next = new ArrayList<>();
        boolean first = true;
        for (Iterator<Waiting> all = queue.iterator(); all.hasNext();) {
            Waiting waiting = all.next();
            if (enters(waiting, first)) {
                all.remove();
                next.add(admit(waiting));
                passedBytes = first ? 0 : passedBytes;
            } else {
                first = false;
            }
        }
        return next;
    }

    /** Whether it is to be admitted, for which room has been made then. */
    private boolean enters(Waiting waiting, boolean first) {
        if (entries.containsKey(waiting.key())) {
            return true;
        }
        boolean mayPass = passedBytes + waiting.bytes() <= maxBytes / PASSING_SHARE;
        if (usedBytes + waiting.bytes() > maxBytes || !first && !mayPass) {
            return false;
        }
        passedBytes += first ? 0 : waiting.bytes();
        makeRoom(waiting.bytes());
        return true;
    }

    private void giveUpLater(Waiting waiting) {
        CompletableFuture<?> late = waiting.use().copy().orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS);
        CompletableFuture<?> unused = late.whenComplete((done, failure) -> giveUp(waiting));
    }

    private void giveUp(Waiting waiting) {
        List<Runnable> next;
        synchronized (this) {
            passedBytes = queue.peek() == waiting ? 0 : passedBytes;
            if (!queue.remove(waiting)) {
                return;
            }
            next = admitWaiting();
        }
        waiting.use().completeExceptionally(new NoRoomException());
        next.forEach(Runnable::run);
    }

    private void makeRoom(long wanted) {
        Iterator<Entry> all = entries.values().iterator();
        while (bytes + wanted > maxBytes && all.hasNext()) {
            Entry oldest = all.next();
            if (oldest.users == 0) {
                bytes -= oldest.bytes;
                all.remove();
            }
        }
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
