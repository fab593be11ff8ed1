package io.figcast.chart.figure.reduction;

import io.figcast.chart.figure.rows.Extent;
import io.figcast.chart.figure.rows.Points;
import io.figcast.chart.figure.rows.Selection;
import io.figcast.chart.figure.rows.Survey;

/**
 * Columns whose values lie so close together that a screen's pixels divided by their range overflow, which makes Plotly
 * throw. Only values next to zero can: they are drawn as the zero that they look like.
 */
final class Indistinct {

    private static final double NARROWEST_RANGE = 1e-300;

    private Indistinct() {
    }

    /** Whether the values of either column cannot be told apart on a screen. */
    static boolean isAny(Survey.Run whole) {
        return is(whole.x()) || is(whole.y());
    }

    private static boolean is(Extent extent) {
        double range = extent.greatest() - extent.least();
        return range > 0 && range < NARROWEST_RANGE;
    }

    static Selection drawnAsZero(Selection rows, Survey.Run whole) {
        Points points = rows.toPoints();
        return Selection.all(is(whole.x()) ? new double[rows.count()] : points.x(),
                is(whole.y()) ? new double[rows.count()] : points.y());
    }
}
