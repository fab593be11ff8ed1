package io.figcast.compute.memo;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32C;

import org.jspecify.annotations.Nullable;

import io.figcast.compute.slice.ColumnTypes;
import io.figcast.compute.slice.ReducedRows;
import io.figcast.compute.slice.RowSink;
import io.figcast.compute.slice.SourceFailedException;
import io.figcast.compute.slice.TooLargeException;
import io.figcast.compute.slice.port.Runs.Chunk;
import io.figcast.compute.slice.port.Runs.Stored;

/** Packs the rows of one slice into chunks and stores them while the next ones are filled. */
final class ChunkWriter implements RowSink {

    /** With Redis's own header they take 1 MiB; eight more would take the allocator's next class, 1.25 MiB. */
    static final int CHUNK_VALUES = 131_064;
    private static final int CHUNK_BYTES = CHUNK_VALUES * Double.BYTES;
    /** Most slices are small. */
    private static final int FIRST_BYTES = 8 * 1024;
    private static final int GROWTH = 4;
    private static final VarHandle FLOAT64 = MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.LITTLE_ENDIAN);

    private final Store store;
    private final long maxRows;
    private final Writes writes;
    private final int mostLeft;
    private final CRC32C checksumOfX = new CRC32C();
    private final CRC32C checksumOfY = new CRC32C();
    private final AtomicInteger unfinished = new AtomicInteger(1);
    private final CompletableFuture<@Nullable Void> finished = new CompletableFuture<>();
    private volatile @Nullable Throwable failure;
    private byte[] xs;
    private byte[] ys;
    private ColumnTypes types = ColumnTypes.NUMBERS;
    private int filled;
    private long rows;
    private long omitted;
    private boolean reduced;
    private volatile int chunks;

    /** Where the chunks of one run lie before a manifest names them. */
    interface Store {

        /** Stores one chunk; the bytes must not be changed until this has completed well. */
        CompletionStage<?> put(char column, int n, byte[] bytes);

        /** Removes the first chunks of either column. */
        CompletionStage<?> remove(int chunks);
    }

    /**
     * The writes under way of one source, whatever slices they are of: eight large chunks, or hundreds of small ones. A source
     * that is faster than Redis waits.
     */
    static final class Writes {

        private static final int UNIT = 16 * 1024;
        private static final int UNITS = 8 * 1024 * 1024 / UNIT;

        private final Semaphore room = new Semaphore(UNITS);
        private final Queue<byte[]> spare = new ConcurrentLinkedQueue<>();

        private static int units(byte[] bytes) {
            return Math.max(1, bytes.length / UNIT);
        }

        void enter(byte[] bytes) {
            try {
                room.acquire(units(bytes));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new SourceFailedException("The run was interrupted", e);
            }
        }

        void leave(byte[] bytes) {
            room.release(units(bytes));
        }

        /** Until none is under way. */
        void waitForAll() {
            room.acquireUninterruptibly(UNITS);
            room.release(UNITS);
        }

        /** Of any length. */
        byte[] buffer() {
            byte[] used = spare.poll();
            return used == null ? new byte[FIRST_BYTES] : used;
        }

        /** These bytes may be used for others now. */
        void giveBack(byte[] bytes) {
            spare.add(bytes);
        }
    }

    /** @param mostLeft up to how many bytes of a column the last chunk is left to the commit to store */
    ChunkWriter(Store store, long maxRows, Writes writes, int mostLeft) {
        this.store = store;
        this.maxRows = maxRows;
        this.writes = writes;
        this.mostLeft = mostLeft;
        this.xs = writes.buffer();
        this.ys = writes.buffer();
    }

    @Override
    public void columns(ColumnTypes said) {
        types = said;
    }

    @Override
    public void row(double x, double y) {
        if (rows >= maxRows) {
            throw new TooLargeException(maxRows);
        }
        xs = withRoom(xs);
        ys = withRoom(ys);
        FLOAT64.set(xs, filled * Double.BYTES, x);
        FLOAT64.set(ys, filled * Double.BYTES, y);
        rows++;
        if (++filled == CHUNK_VALUES) {
            store(xs, ys);
            xs = writes.buffer();
            ys = writes.buffer();
        }
    }

    private byte[] withRoom(byte[] buffer) {
        return filled * Double.BYTES < buffer.length ? buffer
                : Arrays.copyOf(buffer, Math.min(CHUNK_BYTES, buffer.length * GROWTH));
    }

    @Override
    public void omit() {
        omitted++;
    }

    @Override
    public void reduced(ReducedRows instead) {
        discard();
        reduced = true;
        rows = instead.rows();
        omitted = instead.omitted();
        store(instead.points(), instead.bins());
    }

    /** Rows that were stored before it turned out that they are too many. */
    private void discard() {
        if (chunks > 0) {
            writes.waitForAll();
            store.remove(chunks).toCompletableFuture().join();
            checksumOfX.reset();
            checksumOfY.reset();
            chunks = 0;
        }
    }

    /** Stores the rest, or leaves it; completes when everything is written, and fails if that was in vain. */
    CompletionStage<Stored> finish() {
        Chunk rest = filled == 0 ? null
                : new Chunk(Arrays.copyOf(xs, filled * Double.BYTES), Arrays.copyOf(ys, filled * Double.BYTES));
        Chunk left = rest == null || rest.x().length > mostLeft ? null : rest;
        if (left != null) {
            count(left.x(), left.y());
        } else if (rest != null) {
            store(rest.x(), rest.y());
        }
        end();
        written();
        return finished.thenApply(done -> {
            failIfInVain();
            return new Stored(rows, omitted, types, reduced, CHUNK_VALUES, left == null ? chunks : chunks + 1, left,
                    "crc32c:%08x-%08x".formatted(checksumOfX.getValue(), checksumOfY.getValue()));
        });
    }

    /** Takes no more rows. */
    void end() {
        writes.giveBack(xs);
        writes.giveBack(ys);
    }

    /** How many chunks of each column may have been stored. From any thread. */
    int chunks() {
        return chunks;
    }

    private void count(byte[] x, byte[] y) {
        checksumOfX.update(x);
        checksumOfY.update(y);
    }

    private void store(byte[] x, byte[] y) {
        count(x, y);
        int n = chunks++;
        put('x', n, x);
        put('y', n, y);
        filled = 0;
    }

    private void put(char column, int n, byte[] bytes) {
        writes.enter(bytes);
        try {
            failIfInVain();
        } catch (RuntimeException e) {
            writes.leave(bytes);
            throw e;
        }
        unfinished.incrementAndGet();
        var unused = store.put(column, n, bytes).whenComplete((done, error) -> {
            if (error == null && bytes.length == CHUNK_BYTES) {
                writes.giveBack(bytes);
            } else if (error != null) {
                failure = error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
            }
            writes.leave(bytes);
            written();
        });
    }

    private void written() {
        if (unfinished.decrementAndGet() == 0) {
            finished.complete(null);
        }
    }

    private void failIfInVain() {
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure != null) {
            throw new IllegalStateException("A chunk could not be stored", failure);
        }
    }
}
