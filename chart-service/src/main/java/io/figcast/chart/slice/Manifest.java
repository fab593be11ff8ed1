package io.figcast.chart.slice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.figcast.chart.category.CategoryRef;
import io.figcast.chart.category.Signal;
import io.figcast.reduction.ReducedSlice;

/**
 * The description of a memoized slice; what it says decides, whatever a signal said.
 *
 * @param ref the category
 * @param version names these rows; all keys of the columns contain it
 * @param rows the number of rows in either column
 * @param omitted rows that had a missing or non-finite value
 * @param computedAt when the query ended
 * @param staleAt from when on it is to be computed again
 * @param expiresAt when Redis forgets it
 * @param computeMillis how long the query took
 * @param chunkValues values in every chunk but the last
 * @param chunks the number of chunks of either column
 * @param checksum {@code crc32c:<x>-<y>}, each eight hex digits over a column's little-endian bytes
 * @param xType what the values of x are
 * @param yType the same of y
 * @param reduced whether its two chunks hold what its figures need instead of its rows
 */
public record Manifest(CategoryRef ref, String version, int rows, long omitted, Instant computedAt, Instant staleAt,
        Instant expiresAt, long computeMillis, int chunkValues, int chunks, String checksum, ColumnType xType,
        ColumnType yType, boolean reduced) {

    /** The most values that one chunk may be said to have: 8 MiB. */
    static final int MAX_CHUNK_VALUES = 1 << 20;

    /** A slice with its rows. */
    public Manifest(CategoryRef ref, String version, int rows, long omitted, Instant computedAt, Instant staleAt,
            Instant expiresAt, long computeMillis, int chunkValues, int chunks, String checksum, ColumnType xType,
            ColumnType yType) {
        this(ref, version, rows, omitted, computedAt, staleAt, expiresAt, computeMillis, chunkValues, chunks, checksum, xType,
                yType, false);
    }

    public Manifest {
        if (rows < 0 || chunkValues < 1 || chunkValues > MAX_CHUNK_VALUES
                || chunks != (reduced ? 1 : (rows + (long) chunkValues - 1) / chunkValues)) {
            throw new IllegalArgumentException("rows and chunks of the manifest do not agree");
        }
        if (omitted < 0 || computeMillis < 0 || staleAt.isAfter(expiresAt)) {
            throw new IllegalArgumentException("the manifest's numbers are inconsistent");
        }
    }

    /** The signal that it is there. */
    public Signal announced(String slice) {
        Signal.Result result = new Signal.Result(version, rows, computedAt, staleAt, expiresAt, computeMillis);
        return new Signal(ref, Signal.Status.READY, slice, result, null, version, null, List.of());
    }

    /** Bytes of both columns, or of what stands for them. */
    public long bytes() {
        return reduced ? 2L * ReducedSlice.MOST_BYTES : 2L * Double.BYTES * rows;
    }

    /** How many rows it takes to read. */
    public int rowsToRead() {
        return reduced ? 0 : rows;
    }

    /** How long the slice lives on after it has become stale. */
    public Duration staleLife() {
        return Duration.between(staleAt, expiresAt);
    }
}
