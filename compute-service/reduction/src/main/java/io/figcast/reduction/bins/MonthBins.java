package io.figcast.reduction.bins;

import java.util.Arrays;

/**
 * Bins of one or more months, which differ in length.
 *
 * @param edges where each begins, and where the last one ends
 * @param step how wide one is when it is drawn
 * @see <a href="https://github.com/plotly/plotly.js/blob/v4.1.1/src/lib/search.js">findBin</a>
 */
public record MonthBins(double[] edges, double step) implements Bins {

    private static final double ROUNDING_ERROR = 1e-9;

    @Override
    public double start() {
        return edges[0];
    }

    @Override
    public int count() {
        return edges.length - 1;
    }

    @Override
    public int indexOf(double value) {
        double raised = value + raise();
        // Months are of nearly one length, so that the guess is wrong by one bin or two.
        int bin = Math.max(-1, Math.min(count(), (int) Math.floor((raised - edges[0]) / step)));
        while (bin >= 0 && edges[bin] > raised) {
            bin--;
        }
        while (bin < count() && edges[bin + 1] <= raised) {
            bin++;
        }
        return bin;
    }

    /** What is added to a value against rounding errors before its bin is looked for. */
    public double raise() {
        return (edges[count()] - edges[0]) / count() * ROUNDING_ERROR;
    }

    @Override
    public boolean contain(double value) {
        int index = indexOf(value);
        return index >= 0 && index < count();
    }

    @Override
    public MonthBins merged(int times) {
        int merged = (count() + times - 1) / times;
        double[] wide = new double[merged + 1];
        Arrays.setAll(wide, i -> edges[Math.min(i * times, count())]);
        return new MonthBins(wide, step * times);
    }

    @Override
    public MonthBins padded() {
        double[] padded = new double[edges.length + 2];
        System.arraycopy(edges, 0, padded, 1, edges.length);
        padded[0] = edges[0] - step;
        padded[padded.length - 1] = edges[count()] + step;
        return new MonthBins(padded, step);
    }
}
