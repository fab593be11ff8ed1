package io.figcast.compute.slice;

import java.time.Duration;

/**
 * What a dataset grants its slices.
 *
 * @param ttl how long a slice is kept
 * @param staleAfter from when on it is computed again when asked for
 * @param deadline after which a run is ended
 * @param maxRows above which a slice is refused if it would hold its rows
 * @param reduceAbove how many rows a slice may have before it is reduced where the rows are
 */
public record SliceLimits(Duration ttl, Duration staleAfter, Duration deadline, long maxRows,
        long reduceAbove) {

    /** So many rows are never there. */
    public static final long NEVER = Long.MAX_VALUE;

    public static final SliceLimits DEFAULT = new SliceLimits(Duration.ofHours(8), Duration.ofHours(6), Duration.ofSeconds(60),
            20_000_000, 20_000_000);

    /** Never reduced. */
    public SliceLimits(Duration ttl, Duration staleAfter, Duration deadline, long maxRows) {
        this(ttl, staleAfter, deadline, maxRows, NEVER);
    }

    /** The same for a life that is shorter by a factor. */
    public SliceLimits scaled(double factor) {
        return new SliceLimits(scaled(ttl, factor), scaled(staleAfter, factor), deadline, maxRows, reduceAbove);
    }

    private static Duration scaled(Duration duration, double factor) {
        return Duration.ofMillis((long) (duration.toMillis() * factor));
    }
}
