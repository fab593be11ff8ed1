package io.figcast.reduction;

import io.figcast.reduction.bins.Bins;

/**
 * Counted bins, ready to be drawn.
 *
 * @param x the bins along x
 * @param y the bins along y
 * @param counts how many rows are in each, row by row of the grid
 */
public record BinnedCounts(Bins x, Bins y, int[] counts) {

    /** How many characters the counts take as JSON. */
    public int textLength() {
        int length = 2 + 3 * y.count();
        for (int count : counts) {
            length += digits(count) + 1;
        }
        return length;
    }

    private static int digits(int count) {
        int digits = 1;
        for (int rest = count / 10; rest > 0; rest /= 10) {
            digits++;
        }
        return digits;
    }
}
