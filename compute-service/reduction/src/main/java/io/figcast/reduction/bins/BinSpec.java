package io.figcast.reduction.bins;

/**
 * Bins along one axis as Plotly describes them.
 *
 * @param start where the first one begins
 * @param end beyond the last value; where the last one ends, but for rounding
 * @param size how wide each is
 */
record BinSpec(double start, double end, BinSize size) {

    /** The same with one more bin on each side, as contours need them to close. */
    BinSpec widened() {
        return new BinSpec(size.before(start), size.after(end), size);
    }

    /** The same as it comes back from Plotly's own notation. */
    BinSpec written(Scale scale) {
        return new BinSpec(scale.written(start), scale.written(end), size);
    }
}
