package io.figcast.chart.figure;

import io.figcast.chart.figure.plotly.Axes;
import io.figcast.chart.figure.plotly.AxisType;
import io.figcast.chart.figure.rows.OrderByX;
import io.figcast.chart.figure.rows.Selection;

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
