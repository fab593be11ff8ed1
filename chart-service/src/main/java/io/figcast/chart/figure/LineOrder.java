package io.figcast.chart.figure;

import io.figcast.chart.figure.plotly.Axes;
import io.figcast.reduction.memory.OrderByX;
import io.figcast.reduction.memory.Selection;
import io.figcast.reduction.rows.AxisType;

/**
 * The rows in the order in which a line goes through them: over time from the earliest to the latest, else as they come.
 *
 * @param rows the rows
 * @param isChanged whether they came in another order
 */
record LineOrder(Selection rows, boolean isChanged) {

    static LineOrder of(Selection rows, Axes axes) {
        boolean isAsItIs = axes.x().type() != AxisType.DATE || OrderByX.isOrdered(rows);
        return isAsItIs ? new LineOrder(rows, false) : new LineOrder(OrderByX.of(rows), true);
    }
}
