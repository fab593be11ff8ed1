package io.figcast.chart.figure.plotly;

import io.figcast.reduction.rows.AxisTypes;

/**
 * The two axes that all figures of a slice have in common.
 *
 * @param x the horizontal one
 * @param y the vertical one
 */
public record Axes(Axis x, Axis y) {

    public static Axes ofNumbers(AxisTitles titles) {
        return new Axes(Axis.ofNumbers(titles.x()), Axis.ofNumbers(titles.y()));
    }

    /** What both show. */
    public AxisTypes types() {
        return new AxisTypes(x.type(), y.type());
    }
}
