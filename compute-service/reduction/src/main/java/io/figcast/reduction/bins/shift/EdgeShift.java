package io.figcast.reduction.bins.shift;

import io.figcast.reduction.rows.AxisType;
import io.figcast.reduction.rows.Column;
import io.figcast.reduction.rows.NearEdges;
import io.figcast.reduction.rows.Spread;

/**
 * Moves bins so that values do not lie on their edges: whole numbers, but not dates, into the middle of bins, and others by
 * half a bin where many lie within a hundredth of an edge and few near the middle.
 *
 * @see <a href="https://github.com/plotly/plotly.js/blob/v4.1.1/src/plots/cartesian/axes.js">autoShiftNumericBins</a>
 */
public final class EdgeShift {

    private static final double FEW_IN_THE_MIDDLE = 0.1;
    private static final double MANY_AT_THE_EDGE = 0.3;

    private final Column column;
    private final Spread spread;
    private final double size;
    private final AxisType axis;

    public EdgeShift(Column column, double size, AxisType axis) {
        this.column = column;
        this.spread = column.spread();
        this.size = size;
        this.axis = axis;
    }

    public double apply(double start) {
        if (axis == AxisType.LINEAR && column.areWholeNumbers()) {
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

    private boolean isAtEdges(double start) {
        boolean isEndAtEdge = NearEdges.isNearEdge(spread.least(), start, size)
                || NearEdges.isNearEdge(spread.greatest(), start, size);
        double few = spread.count() * FEW_IN_THE_MIDDLE;
        double many = spread.count() * MANY_AT_THE_EDGE;
        NearEdges bounds = column.nearEdges(start, size);
        boolean isClear = bounds.mostInMiddle() < few == bounds.leastInMiddle() < few
                && (isEndAtEdge || bounds.mostAtEdge() > many == bounds.leastAtEdge() > many);
        NearEdges near = isClear ? bounds : column.exactlyNearEdges(start, size);
        return near.mostInMiddle() < few && (isEndAtEdge || near.mostAtEdge() > many);
    }
}
