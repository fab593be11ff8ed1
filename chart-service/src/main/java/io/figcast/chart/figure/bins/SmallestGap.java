package io.figcast.chart.figure.bins;

import java.util.Arrays;
import java.util.OptionalDouble;

import io.figcast.chart.figure.rows.Dimension;
import io.figcast.chart.figure.rows.Points;
import io.figcast.chart.figure.rows.Spread;

/**
 * The smallest difference between two distinct values of a column, as Plotly has it: values are taken for the same if they
 * differ by less than a rounding error. Plotly sorts the values for it. Here they are not sorted as long as the difference is
 * of no account: a column is cut into cells narrower than what matters, and as soon as two distinct values are found in one
 * cell the matter is settled. If that never happens, the cells hold at most one distinct value each, and their least and
 * greatest values are all that is needed for the exact answer.
 *
 * @see <a href="https://github.com/plotly/plotly.js/blob/v4.1.1/src/lib/search.js">distinctVals</a>
 */
final class SmallestGap {

    private static final int MOST_CELLS = 1 << 21;

    private final Spread spread;
    private final double roundingError;

    SmallestGap(Spread spread) {
        this.spread = spread;
        roundingError = wholeRange() / Math.max(1, spread.rows().count() - 1) / 10000;
    }

    /**
     * The smallest difference if it can be as large as a size.
     *
     * @param size not negative
     * @return empty if it is certainly smaller than the size
     */
    OptionalDouble unlessBelow(double size) {
        if (spread.range() == 0) {
            return OptionalDouble.of(wholeRange());
        }
        double cells = spread.range() / (size / 4) + 1;
        // Sizes so small beside the range occur only where squares of values underflow.
        return cells > MOST_CELLS || roundingError * 4 > size ? OptionalDouble.of(bySorting()) : byCells((int) cells + 1);
    }

    private double wholeRange() {
        return spread.range() == 0 ? 1 : spread.range();
    }

    private OptionalDouble byCells(int cells) {
        double[] least = new double[cells];
        double[] greatest = new double[cells];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        Arrays.fill(greatest, Double.NEGATIVE_INFINITY);
        double origin = spread.least();
        double perCell = (cells - 1) / spread.range();
        boolean isOneValuePerCell = spread.rows().visit(0, spread.rows().count(), block -> {
            double[] values = spread.axis().of(block);
            for (int i = block.from(); i < block.to(); i++) {
                double value = values[i];
                int cell = (int) ((value - origin) * perCell);
                double from = Math.min(least[cell], value);
                double to = Math.max(greatest[cell], value);
                if (to - from > roundingError) {
                    return false;
                }
                least[cell] = from;
                greatest[cell] = to;
            }
            return true;
        });
        return isOneValuePerCell ? between(least, greatest) : OptionalDouble.empty();
    }

    private OptionalDouble between(double[] least, double[] greatest) {
        double gap = wholeRange();
        double last = least[0];
        for (int cell = 0; cell < least.length; cell++) {
            if (least[cell] - last > roundingError && least[cell] <= greatest[cell]) {
                gap = Math.min(gap, least[cell] - last);
                last = least[cell];
            } else if (greatest[cell] - last > roundingError) {
                // A value distinct from the last one by hardly more than a rounding error.
                return OptionalDouble.empty();
            }
        }
        return OptionalDouble.of(gap);
    }

    private double bySorting() {
        Points points = spread.rows().toPoints();
        double[] values = (spread.axis() == Dimension.X ? points.x() : points.y()).clone();
        Arrays.parallelSort(values);
        double gap = wholeRange();
        double last = values[0];
        for (double value : values) {
            if (value - last > roundingError) {
                gap = Math.min(gap, value - last);
                last = value;
            }
        }
        return gap;
    }
}
