package io.figcast.compute.source.sql;

import java.util.Arrays;

import io.figcast.compute.slice.TooLargeException;
import io.figcast.reduction.rows.Dimension;
import io.figcast.reduction.rows.Extent;
import io.figcast.reduction.rows.Run;

/**
 * What one pass over the rows finds out about each block of neighbouring places. Ranks follow from the blocks' counts.
 *
 * @param found a block each, in order: its number, how many rows it has, and of x and of y what {@link #OF_A_COLUMN} says
 * @param firstRanks the rank of the first row of each, and how many rows there are
 */
record Blocks(double[][] found, int[] firstRanks) {

    /**
     * What is found of a column: least, greatest, sum and squares of the distances from a pivot, and what is left of a whole.
     */
    static final int OF_A_COLUMN = 5;
    private static final int FIRST_COLUMN = 2;

    static Blocks of(double[][] found) {
        Arrays.sort(found, (one, other) -> Double.compare(one[0], other[0]));
        int[] firstRanks = new int[found.length + 1];
        for (int block = 0; block < found.length; block++) {
            if (firstRanks[block] + found[block][1] > Integer.MAX_VALUE) {
                throw new TooLargeException(Integer.MAX_VALUE);
            }
            firstRanks[block + 1] = firstRanks[block] + (int) found[block][1];
        }
        return new Blocks(found, firstRanks);
    }

    int count() {
        return firstRanks[firstRanks.length - 1];
    }

    long number(int block) {
        return (long) found[block][0];
    }

    /** The index of the block of this number. */
    int indexOf(long number) {
        int from = 0;
        int to = found.length - 1;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (number(middle) < number) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /** The index of the block that holds the row of a rank. */
    int holding(int rank) {
        int index = Arrays.binarySearch(firstRanks, rank);
        return index >= 0 ? index : -index - 2;
    }

    double least(int block, Dimension axis) {
        return found[block][first(axis)];
    }

    double greatest(int block, Dimension axis) {
        return found[block][first(axis) + 1];
    }

    /** All rows together, without places. */
    Run whole() {
        return new Run(whole(Dimension.X), whole(Dimension.Y));
    }

    /** The most of what any value leaves of a whole one. */
    double rest(Dimension axis) {
        return Arrays.stream(found).mapToDouble(block -> block[first(axis) + 4]).max().orElse(0);
    }

    private Extent whole(Dimension axis) {
        int column = first(axis);
        Extent whole = Extent.NONE;
        for (double[] block : found) {
            whole = whole.plus(new Extent(block[column], block[column + 1], 0, 0, block[column + 2], block[column + 3]));
        }
        return whole;
    }

    private static int first(Dimension axis) {
        return axis == Dimension.X ? FIRST_COLUMN : FIRST_COLUMN + OF_A_COLUMN;
    }
}
