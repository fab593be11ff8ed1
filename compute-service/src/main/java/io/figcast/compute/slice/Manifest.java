package io.figcast.compute.slice;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One memoized slice: what was computed, when, and in how many chunks its columns lie in the memo.
 *
 * @param axes null where they are the dataset's own columns
 * @param version names this computed slice; also the token of the lease under which it was computed
 * @param omitted rows left out because a value is missing or not finite
 * @param columns what x and y hold
 * @param reduced whether its chunks hold what its figures need instead of its rows
 * @param chunkValues values in every chunk but the last
 * @param chunks chunks per column
 * @param checksum CRC-32C of each column's bytes
 */
public record Manifest(String dataset, String category, @Nullable Axes axes, String version, long rows, long omitted,
        ColumnTypes columns, boolean reduced,
        Instant computedAt, Instant staleAt, Instant expiresAt, long computeMillis, int chunkValues, int chunks,
        String checksum) {

    public Manifest {
        if (version.isEmpty() || rows < 0 || omitted < 0 || chunkValues < 1 || chunks < 0) {
            throw new IllegalArgumentException("a manifest has a version and no negative counts");
        }
    }

    /** From first to last moment of its life. */
    public Duration ttl() {
        return Duration.between(computedAt, expiresAt);
    }
}
