package io.figcast.chart.figure.plotly;

import io.figcast.reduction.rows.AxisType;

/**
 * A rectangle of the plane, its borders included: what somebody zoomed to.
 *
 * @param x0 the left border
 * @param x1 the right border, beyond the left one
 * @param y0 the lower border
 * @param y1 the upper border, above the lower one
 * @param xType what was meant by the borders of x
 * @param yType the same of y
 */
public record Region(double x0, double x1, double y0, double y1, AxisType xType, AxisType yType) {

    public Region {
        check("x", x0, x1);
        check("y", y0, y1);
    }

    /** A region of numbers. */
    public Region(double x0, double x1, double y0, double y1) {
        this(x0, x1, y0, y1, AxisType.LINEAR, AxisType.LINEAR);
    }

    private static void check(String axis, double from, double to) {
        if (!Double.isFinite(from) || !Double.isFinite(to)) {
            throw new IllegalArgumentException("A region's borders must be finite numbers: " + axis);
        }
        if (from >= to) {
            throw new IllegalArgumentException("A region's first border must lie before the second: " + axis);
        }
    }
}
