package io.figcast.reduction;

import java.util.Arrays;

import io.figcast.reduction.bins.Bins;

/**
 * How many rows fell into each bin of a grid, and which one was the first.
 *
 * @param x the bins along x: the grid's columns
 * @param y the bins along y: the grid's rows
 * @param counts row by row
 * @param firsts the place of the first row in each bin that is not empty
 * @param isClear whether no row lies so close to an edge that it might be in another bin if the bins began earlier
 */
public record Grid(Bins x, Bins y, int[] counts, long[] firsts, boolean isClear) {

    /** Two times two bins, or so many as are said, become one; at the far ends one may be of fewer. */
    Grid merged(int times, int timesDown) {
        Bins wideX = x.merged(times);
        Bins wideY = y.merged(timesDown);
        Grid merged = new Grid(wideX, wideY, new int[wideX.count() * wideY.count()],
                new long[wideX.count() * wideY.count()], isClear);
        Arrays.fill(merged.firsts, Long.MAX_VALUE);
        for (int row = 0; row < y.count(); row++) {
            for (int column = 0; column < x.count(); column++) {
                int from = row * x.count() + column;
                int to = row / timesDown * wideX.count() + column / times;
                if (counts[from] > 0) {
                    merged.counts[to] += counts[from];
                    merged.firsts[to] = Math.min(merged.firsts[to], firsts[from]);
                }
            }
        }
        return merged;
    }

    /** The same counts with empty bins around them. */
    int[] paddedCounts() {
        int width = x.count() + 2;
        int[] padded = new int[width * (y.count() + 2)];
        for (int row = 0; row < y.count(); row++) {
            System.arraycopy(counts, row * x.count(), padded, (row + 1) * width + 1, x.count());
        }
        return padded;
    }

    int occupied() {
        return (int) Arrays.stream(counts).filter(count -> count > 0).count();
    }

    /** The same with rows that lie behind these. */
    public Grid plus(Grid later) {
        for (int bin = 0; bin < counts.length; bin++) {
            if (counts[bin] == 0) {
                firsts[bin] = later.firsts[bin];
            }
            counts[bin] += later.counts[bin];
        }
        return new Grid(x, y, counts, firsts, isClear && later.isClear);
    }
}
