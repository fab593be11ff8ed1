package io.figcast.chart.figure.reduction;

/**
 * Columns whose values lie so close together that a screen's pixels divided by their range overflow, which makes Plotly
 * throw. Only values next to zero can: they are drawn as the zero that they look like.
 */
final class Indistinct {

    private static final double NARROWEST_RANGE = 1e-300;

    private Indistinct() {
    }

    static boolean is(Extent extent) {
        double range = extent.greatest() - extent.least();
        return range > 0 && range < NARROWEST_RANGE;
    }

    static Rows drawnAsZero(Rows rows, Survey.Run whole) {
        Points points = rows.toPoints();
        return Rows.all(is(whole.x()) ? new double[rows.count()] : points.x(),
                is(whole.y()) ? new double[rows.count()] : points.y());
    }
}
