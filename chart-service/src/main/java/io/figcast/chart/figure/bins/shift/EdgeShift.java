package io.figcast.chart.figure.bins.shift;

import io.figcast.chart.figure.plotly.AxisType;
import io.figcast.chart.figure.rows.Spread;

/**
 * Moves bins so that values do not lie on their edges: whole numbers, but not dates, into the middle of bins, and others by
 * half a bin where many lie within a hundredth of an edge and few near the middle. One multiplication each decides which
 * values count as near; Plotly's own formula is used only where the doubtful ones could matter.
 *
 * @see <a href="https://github.com/plotly/plotly.js/blob/v4.1.1/src/plots/cartesian/axes.js">autoShiftNumericBins</a>
 */
public final class EdgeShift {

    private static final double TOLERANCE = 1e-6;
    private static final double FEW_IN_THE_MIDDLE = 0.1;
    private static final double MANY_AT_THE_EDGE = 0.3;

    private final Spread spread;
    private final double size;
    private final AxisType axis;

    public EdgeShift(Spread spread, double size, AxisType axis) {
        this.spread = spread;
        this.size = size;
        this.axis = axis;
    }

    public double apply(double start) {
        if (axis == AxisType.LINEAR && areWholeNumbers()) {
            return ofWholeNumbers(start);
        }
        if (!isAtEdges(start)) {
            return start;
        }
        double half = size / 2;
        return start + (start + half < spread.least() ? half : -half);
    }

    private double ofWholeNumbers(double start) {
        if (size < 1) {
            return spread.least() - 0.5 * size;
        }
        double shifted = start - 0.5;
        return shifted + size < spread.least() ? shifted + size : shifted;
    }

    private boolean areWholeNumbers() {
        return spread.rows().visit(0, spread.rows().count(), block -> {
            double[] values = spread.axis().of(block);
            for (int i = block.from(); i < block.to(); i++) {
                if (values[i] != Math.rint(values[i])) {
                    return false;
                }
            }
            return true;
        });
    }

    private boolean isAtEdges(double start) {
        boolean isEndAtEdge = isNearEdge(spread.least(), start) || isNearEdge(spread.greatest(), start);
        double few = spread.rows().count() * FEW_IN_THE_MIDDLE;
        double many = spread.rows().count() * MANY_AT_THE_EDGE;
        NearEdges near = NearEdges.count(spread, start, size, TOLERANCE);
        boolean isClear = near.mostInMiddle() < few == near.leastInMiddle() < few
                && (isEndAtEdge || near.mostAtEdge() > many == near.leastAtEdge() > many);
        if (isClear) {
            return near.mostInMiddle() < few && (isEndAtEdge || near.mostAtEdge() > many);
        }
        long[] exactly = countExactly(start);
        return exactly[0] < few && (isEndAtEdge || exactly[1] > many);
    }

    private long[] countExactly(double start) {
        long[] counts = new long[2];
        spread.rows().visit(0, spread.rows().count(), block -> {
            double[] values = spread.axis().of(block);
            for (int i = block.from(); i < block.to(); i++) {
                counts[0] += isNearEdge(values[i] + size / 2, start) ? 1 : 0;
                counts[1] += isNearEdge(values[i], start) ? 1 : 0;
            }
            return true;
        });
        return counts;
    }

    private boolean isNearEdge(double value, double start) {
        double hundredths = 1 + (value - start) * 100 / size;
        if (!(hundredths >= 0 && hundredths < 1e15)) {
            return hundredths % 100 < 2;
        }
        // What % does for doubles takes as long as ten divisions. The quotient may be one too large or too small here, the
        // subtraction is exact.
        double remainder = hundredths - (long) (hundredths * 0.01) * 100.0;
        return remainder >= 0 && remainder < 2 || remainder >= 100 && remainder < 102;
    }
}
