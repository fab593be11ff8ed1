package io.figcast.compute.memo;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.zip.CRC32C;

import org.jspecify.annotations.Nullable;

import io.figcast.compute.slice.ColumnTypes;
import io.figcast.compute.slice.RowSink;
import io.figcast.compute.slice.SourceFailedException;
import io.figcast.compute.slice.TooLargeException;
import io.figcast.compute.slice.port.Runs.Stored;

/**
 * Packs rows into chunks and stores them while the next ones are filled. No more than {@link #OUTSTANDING} writes are
 * under way: a source that is faster than Redis waits in {@link #row}.
 */
final class ChunkWriter implements RowSink {

    /** With Redis's own header they take 1 MiB; eight more would take the allocator's next class, 1.25 MiB. */
    static final int CHUNK_VALUES = 131_064;
    static final int OUTSTANDING = 8;
    private static final VarHandle FLOAT64 = MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.LITTLE_ENDIAN);

    private final RedisChunks store;
    private final long maxRows;
    private final Semaphore room = new Semaphore(OUTSTANDING);
    private final Queue<byte[]> spare = new ConcurrentLinkedQueue<>();
    private final CRC32C checksumOfX = new CRC32C();
    private final CRC32C checksumOfY = new CRC32C();
    private volatile @Nullable Throwable failure;
    private volatile boolean cancelled;
    private byte[] xs = new byte[CHUNK_VALUES * Double.BYTES];
    private byte[] ys = new byte[CHUNK_VALUES * Double.BYTES];
    private ColumnTypes types = ColumnTypes.NUMBERS;
    private int filled;
    private long rows;
    private long omitted;
    private volatile int chunks;

    ChunkWriter(RedisChunks store, long maxRows) {
        this.store = store;
        this.maxRows = maxRows;
    }

    @Override
    public void columns(ColumnTypes said) {
        types = said;
    }

    @Override
    public void row(double x, double y) {
        if (rows == maxRows) {
            throw new TooLargeException(maxRows);
        }
        FLOAT64.set(xs, filled * Double.BYTES, x);
        FLOAT64.set(ys, filled * Double.BYTES, y);
        rows++;
        if (++filled == CHUNK_VALUES) {
            store(xs, ys);
            xs = buffer();
            ys = buffer();
        }
    }

    @Override
    public void omit() {
        omitted++;
    }

    /** Stores the rest and waits for all writes. */
    Stored finish() {
        if (filled > 0) {
            store(Arrays.copyOf(xs, filled * Double.BYTES), Arrays.copyOf(ys, filled * Double.BYTES));
        }
        acquire(OUTSTANDING);
        return new Stored(rows, omitted, types, CHUNK_VALUES, chunks,
                "crc32c:%08x-%08x".formatted(checksumOfX.getValue(), checksumOfY.getValue()));
    }

    /** How many chunks of each column may have been stored. From any thread. */
    int chunks() {
        return chunks;
    }

    /** Makes the run's thread stop at the next chunk. From any thread. */
    void cancel() {
        cancelled = true;
    }

    private void store(byte[] x, byte[] y) {
        checksumOfX.update(x);
        checksumOfY.update(y);
        int n = chunks++;
        put('x', n, x);
        put('y', n, y);
        filled = 0;
    }

    private void put(char column, int n, byte[] bytes) {
        acquire(1);
        var unused = store.put(column, n, bytes).whenComplete((done, error) -> {
            if (error == null) {
                spare.add(bytes);
            } else {
                failure = error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
            }
            room.release();
        });
    }

    private byte[] buffer() {
        byte[] used = spare.poll();
        return used == null ? new byte[CHUNK_VALUES * Double.BYTES] : used;
    }

    private void acquire(int writes) {
        try {
            room.acquire(writes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SourceFailedException("The run was interrupted", e);
        }
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure != null) {
            throw new IllegalStateException("A chunk could not be stored", failure);
        }
        if (cancelled) {
            throw new SourceFailedException("The run was cancelled", null);
        }
    }
}
