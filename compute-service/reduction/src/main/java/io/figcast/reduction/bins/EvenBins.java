package io.figcast.reduction.bins;

/**
 * Bins of one size, with the arithmetic by which Plotly draws them and finds a value's bin.
 *
 * @param start where the first one begins
 * @param size how wide one is when a value's bin is looked for
 * @param count how many there are
 * @param step how wide one is when it is drawn: the edges' mean distance
 * @see <a href="https://github.com/plotly/plotly.js/blob/v4.1.1/src/traces/histogram2d/calc.js">histogram2d/calc.js</a>
 * @see <a href="https://github.com/plotly/plotly.js/blob/v4.1.1/src/lib/search.js">findBin</a>
 */
public record EvenBins(double start, double size, int count, double step) implements Bins {

    /** What is added to a position against rounding errors. */
    public static final double ROUNDING_ERROR = 1e-9;

    @Override
    public int indexOf(double value) {
        return (int) Math.floor(position(value));
    }

    @Override
    public boolean contain(double value) {
        double position = position(value);
        return position >= 0 && position < count;
    }

    /**
     * By how much a value's position in these bins can differ, by rounding alone, from that in bins which begin one bin
     * earlier: values farther than that from an edge are in the same bin of both.
     */
    public double tolerance() {
        double farthest = Math.max(Math.abs(start), Math.abs(start + size * count)) + size;
        return 8 * (Math.ulp(count + 1.0) + Math.ulp(farthest) / size);
    }

    @Override
    public EvenBins merged(int times) {
        return times == 1 ? this : new EvenBins(start, size * times, (count + times - 1) / times, step * times);
    }

    @Override
    public EvenBins padded() {
        return new EvenBins(start - step, size, count + 2, step);
    }

    /** How many bins lie before a value. */
    public double position(double value) {
        return (value - start) / size + ROUNDING_ERROR;
    }
}
