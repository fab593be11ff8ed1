package io.figcast.chart.figure.bins;

/**
 * Equal bins along one axis as Plotly describes them.
 *
 * @param start where the first one begins
 * @param end beyond the last value; where the last one ends, but for rounding
 * @param size how wide each is
 */
record BinSpec(double start, double end, double size) {

    /** The same with one more bin on each side, as contours need them to close. */
    BinSpec widened() {
        return new BinSpec(Increment.once(start, -size), Increment.once(end, size), size);
    }
}
