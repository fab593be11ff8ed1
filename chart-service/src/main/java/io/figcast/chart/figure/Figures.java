package io.figcast.chart.figure;

import java.util.List;

import io.figcast.chart.figure.plotly.Axes;
import io.figcast.chart.figure.plotly.Axis;
import io.figcast.chart.figure.plotly.AxisTitles;
import io.figcast.chart.figure.plotly.Figure;
import io.figcast.chart.figure.plotly.FigureKind;
import io.figcast.chart.figure.plotly.Layout;
import io.figcast.chart.figure.plotly.Region;
import io.figcast.chart.figure.plotly.Shown;
import io.figcast.chart.slice.ColumnType;
import io.figcast.chart.slice.Slice;
import io.figcast.reduction.ReducedSlice;
import io.figcast.reduction.Reduction;
import io.figcast.reduction.date.DatePrecision;
import io.figcast.reduction.memory.Selection;

/**
 * Builds the four figures of a slice, in the order of {@link FigureKind}: of all its rows while a browser draws so many
 * comfortably, else reduced.
 */
public final class Figures {

    private final FigureLimits limits;

    public Figures(FigureLimits limits) {
        this.limits = limits;
    }

    /** The four figures of the whole slice. */
    public List<Figure> of(Slice slice, AxisTitles titles) {
        ReducedSlice reduced = slice.reduced();
        if (reduced != null) {
            Axes axes = new Axes(axis(titles.x(), slice.xType(), reduced.xPrecision()),
                    axis(titles.y(), slice.yType(), reduced.yPrecision()));
            return new ReducedFigures(axes, shown -> Layout.of(axes, shown)).of(reduced.reduction());
        }
        Slice whole = Dates.wholeMillis(slice);
        Axes axes = axes(whole, titles);
        return of(Dates.known(whole), axes, shown -> Layout.of(axes, shown));
    }

    /** The same four figures for the rows that lie in the region: all of them once they are few enough. */
    public List<Figure> of(Slice slice, Region region, AxisTitles titles) {
        Slice whole = Dates.wholeMillis(slice);
        Axes axes = axes(whole, titles);
        return of(Dates.known(whole).within(region.x0(), region.x1(), region.y0(), region.y1()), axes,
                shown -> Layout.of(axes, shown, region));
    }

    private List<Figure> of(Selection rows, Axes axes, LayoutOf layouts) {
        return rows.count() <= limits.maxPoints()
                ? new WholeFigures(axes, layouts).of(rows, limits)
                : new ReducedFigures(axes, layouts).of(Reduction.of(rows, axes.types(), limits.reducedPoints()));
    }

    private static Axes axes(Slice slice, AxisTitles titles) {
        return new Axes(axis(titles.x(), slice.xType(), slice.x()), axis(titles.y(), slice.yType(), slice.y()));
    }

    private static Axis axis(String title, ColumnType type, double[] values) {
        return axis(title, type, type == ColumnType.TIME ? DatePrecision.of(values) : DatePrecision.MILLISECONDS);
    }

    private static Axis axis(String title, ColumnType type, DatePrecision precision) {
        return switch (type) {
            case NUMBER -> Axis.ofNumbers(title);
            case TIME -> Axis.ofDates(title, precision);
        };
    }

    /** How the layout follows from what a figure shows. */
    @FunctionalInterface
    interface LayoutOf {

        Layout of(Shown shown);
    }
}
