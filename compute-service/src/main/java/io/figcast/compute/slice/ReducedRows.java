package io.figcast.compute.slice;

/**
 * What stands for the rows of a slice that are too many to be handed over: what its figures need, reduced where the rows are.
 *
 * @param rows how many rows there are
 * @param omitted how many others have a missing or non-finite value
 * @param points the part with the points, at most 1 MiB
 * @param bins the part with the bins, at most 1 MiB
 */
public record ReducedRows(long rows, long omitted, byte[] points, byte[] bins) {

    /** No part is longer. */
    public static final int MOST_BYTES = 1 << 20;

    public ReducedRows {
        if (points.length > MOST_BYTES || bins.length > MOST_BYTES) {
            throw new IllegalArgumentException("a reduced slice is not that large");
        }
    }
}
