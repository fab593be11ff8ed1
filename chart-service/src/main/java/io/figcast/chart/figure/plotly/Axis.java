package io.figcast.chart.figure.plotly;

import io.figcast.reduction.date.DatePrecision;
import io.figcast.reduction.rows.AxisType;

/**
 * One of the two axes.
 *
 * @param title what its values are called
 * @param type what they are
 * @param precision which parts of a date its values have
 */
public record Axis(String title, AxisType type, DatePrecision precision) {

    public static Axis ofNumbers(String title) {
        return new Axis(title, AxisType.LINEAR, DatePrecision.MILLISECONDS);
    }

    public static Axis ofDates(String title, DatePrecision precision) {
        return new Axis(title, AxisType.DATE, precision);
    }

    /** How a template names a value along the axis, {@code %{x}} or {@code %{y}}. */
    String placeholder(String variable) {
        return switch (type) {
            case LINEAR -> "%{" + variable + "}";
            case DATE -> "%{" + variable + "|" + precision.format() + "}";
        };
    }
}
