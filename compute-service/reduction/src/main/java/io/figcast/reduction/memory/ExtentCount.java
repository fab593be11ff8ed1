package io.figcast.reduction.memory;

import io.figcast.reduction.rows.Extent;

/**
 * The loop that finds an extent.
 */
final class ExtentCount {

    private final double pivot;
    private double least = Double.POSITIVE_INFINITY;
    private double greatest = Double.NEGATIVE_INFINITY;
    private int leastRank;
    private int greatestRank;
    private double sum;
    private double squares;

    ExtentCount(double pivot) {
        this.pivot = pivot;
    }

    /** Adds values; their rank is their index less the offset. */
    void add(double[] values, int from, int to, int offset) {
        double least = this.least;
        double greatest = this.greatest;
        int leastAt = leastRank + offset;
        int greatestAt = greatestRank + offset;
        double evenSum = 0;
        double evenSquares = 0;
        double oddSum = 0;
        double oddSquares = 0;
        int i = from;
        // Two sums side by side: each addition waits for the one before it in its own sum only.
        for (; i + 1 < to; i += 2) {
            double even = values[i];
            double odd = values[i + 1];
            if (even < least) {
                least = even;
                leastAt = i;
            }
            if (even > greatest) {
                greatest = even;
                greatestAt = i;
            }
            if (odd < least) {
                least = odd;
                leastAt = i + 1;
            }
            if (odd > greatest) {
                greatest = odd;
                greatestAt = i + 1;
            }
            even -= pivot;
            odd -= pivot;
            evenSum += even;
            oddSum += odd;
            evenSquares += even * even;
            oddSquares += odd * odd;
        }
        if (i < to) {
            double last = values[i];
            if (last < least) {
                least = last;
                leastAt = i;
            }
            if (last > greatest) {
                greatest = last;
                greatestAt = i;
            }
            evenSum += last - pivot;
            evenSquares += (last - pivot) * (last - pivot);
        }
        this.least = least;
        this.greatest = greatest;
        leastRank = leastAt - offset;
        greatestRank = greatestAt - offset;
        sum += evenSum + oddSum;
        squares += evenSquares + oddSquares;
    }

    Extent extent() {
        return new Extent(least, greatest, leastRank, greatestRank, sum, squares);
    }
}
