package io.figcast.chart.figure;

import java.util.Arrays;

import io.figcast.chart.slice.ColumnType;
import io.figcast.chart.slice.Slice;
import io.figcast.reduction.date.DateText;
import io.figcast.reduction.memory.Selection;

/** Slices with times as figures have them: whole milliseconds, and none that Plotly does not know. */
final class Dates {

    private Dates() {
    }

    /** The slice with its times rounded to milliseconds; the very same if they are whole. */
    static Slice wholeMillis(Slice slice) {
        double[] x = slice.xType() == ColumnType.TIME ? wholeMillis(slice.x()) : slice.x();
        double[] y = slice.yType() == ColumnType.TIME ? wholeMillis(slice.y()) : slice.y();
        return x == slice.x() && y == slice.y() ? slice : new Slice(x, y, slice.xType(), slice.yType());
    }

    /** The rows whose times Plotly knows: not those before the year -9999 or after 9999. */
    static Selection known(Slice slice) {
        return isKnown(slice.xType(), slice.x()) && isKnown(slice.yType(), slice.y())
                ? Selection.all(slice.x(), slice.y())
                : Selection.within(slice.x(), slice.y(), first(slice.xType()), last(slice.xType()),
                        first(slice.yType()), last(slice.yType()));
    }

    private static double[] wholeMillis(double[] times) {
        for (double time : times) {
            if (time != Math.rint(time)) {
                return Arrays.stream(times).map(Math::rint).toArray();
            }
        }
        return times;
    }

    private static boolean isKnown(ColumnType type, double[] values) {
        if (type == ColumnType.TIME) {
            for (double value : values) {
                if (!(value >= DateText.FIRST && value <= DateText.LAST)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static double first(ColumnType type) {
        return switch (type) {
            case NUMBER -> Double.NEGATIVE_INFINITY;
            case TIME -> DateText.FIRST;
        };
    }

    private static double last(ColumnType type) {
        return switch (type) {
            case NUMBER -> Double.POSITIVE_INFINITY;
            case TIME -> DateText.LAST;
        };
    }
}
