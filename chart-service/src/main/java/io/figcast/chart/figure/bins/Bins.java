package io.figcast.chart.figure.bins;

import java.util.Optional;

/**
 * The bins along one axis, with the arithmetic by which Plotly draws them and finds a value's bin.
 *
 * @param start where the first one begins
 * @param size how wide one is when a value's bin is looked for
 * @param count how many there are
 * @param step how wide one is when it is drawn: the edges' mean distance
 * @see <a href="https://github.com/plotly/plotly.js/blob/v4.1.1/src/traces/histogram2d/calc.js">histogram2d/calc.js</a>
 * @see <a href="https://github.com/plotly/plotly.js/blob/v4.1.1/src/lib/search.js">findBin</a>
 */
public record Bins(double start, double size, int count, double step) {

    private static final double ROUNDING_ERROR = 1e-9;

    /**
     * The bins of a specification.
     *
     * @return empty if there are none, more than the limit, or edges that do not grow: then Plotly would draw nothing, or
     *         never come to an end
     */
    public static Optional<Bins> of(BinSpec spec, int limit) {
        Increment increment = new Increment(spec.size());
        double end = spec.end() + (spec.start() - increment.after(spec.start())) / 1e6;
        double edge = spec.start();
        int count = 0;
        while (edge < end) {
            double next = increment.after(edge);
            if (count == limit || !(next > edge)) {
                return Optional.empty();
            }
            edge = next;
            count++;
        }
        double step = (edge - spec.start()) / count;
        boolean drawable = count > 0 && Double.isFinite(step) && step > 0;
        return drawable ? Optional.of(new Bins(spec.start(), spec.size(), count, step)) : Optional.empty();
    }

    /** The centre of the first bin. */
    public double firstCentre() {
        return start + step / 2;
    }

    /** The number of the bin that a value is in; outside of the bins it is negative, or the count and beyond. */
    public int indexOf(double value) {
        return (int) Math.floor(position(value));
    }

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

    /** Each of the bins and the next as one, so often. */
    public Bins merged(int times) {
        return times == 1 ? this : new Bins(start, size * times, (count + times - 1) / times, step * times);
    }

    /** The same bins with one more on each side. */
    public Bins padded() {
        return new Bins(start - step, size, count + 2, step);
    }

    /** How many bins lie before a value. */
    public double position(double value) {
        return (value - start) / size + ROUNDING_ERROR;
    }
}
