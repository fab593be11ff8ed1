package io.figcast.reduction.bins;

import java.util.Arrays;
import java.util.Optional;

/**
 * The bins along one axis: where a value belongs, and where Plotly draws them. It draws bins of months, too, as boxes of one
 * width.
 *
 * @see <a href="https://github.com/plotly/plotly.js/blob/v4.1.1/src/traces/histogram2d/calc.js">histogram2d/calc.js</a>
 */
public sealed interface Bins permits EvenBins, MonthBins {

    /** Where the first one begins. */
    double start();

    /** How many there are. */
    int count();

    /** How wide one is when it is drawn: the edges' mean distance. */
    double step();

    /** The centre of the first bin as it is drawn. */
    default double firstCentre() {
        return start() + step() / 2;
    }

    /** The number of the bin that a value is in; outside of the bins it is negative, or the count and beyond. */
    int indexOf(double value);

    /** Whether a value is in one of them. */
    boolean contain(double value);

    /** Each of the bins and the next as one, so often. */
    Bins merged(int times);

    /** The same bins with one more on each side. */
    Bins padded();

    /**
     * The bins of a specification.
     *
     * @return empty if there are none, more than the limit, or edges that do not grow: then Plotly would draw nothing, or
     *         never come to an end
     */
    static Optional<Bins> of(BinSpec spec, int limit) {
        BinSize size = spec.size();
        double end = spec.end() + (spec.start() - size.after(spec.start())) / 1e6;
        double[] edges = new double[limit + 1];
        double edge = spec.start();
        edges[0] = edge;
        int count = 0;
        while (edge < end) {
            double next = size.after(edge);
            if (count == limit || !(next > edge)) {
                return Optional.empty();
            }
            edge = next;
            edges[++count] = edge;
        }
        double step = (edge - spec.start()) / count;
        if (count == 0 || !Double.isFinite(step) || !(step > 0)) {
            return Optional.empty();
        }
        return Optional.of(size.bins(Arrays.copyOf(edges, count + 1), step));
    }
}
