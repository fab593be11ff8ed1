package io.figcast.chart.figure;

import java.util.List;

import io.figcast.chart.figure.plotly.AxisTitles;
import io.figcast.chart.figure.plotly.Figure;
import io.figcast.chart.figure.plotly.FigureKind;
import io.figcast.chart.figure.plotly.Layout;
import io.figcast.chart.figure.plotly.Region;
import io.figcast.chart.figure.plotly.Shown;
import io.figcast.chart.figure.rows.Selection;
import io.figcast.chart.slice.Slice;

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
        return of(Selection.all(slice.x(), slice.y()), titles, Layout::of);
    }

    /** The same four figures for the rows that lie in the region: all of them once they are few enough. */
    public List<Figure> of(Slice slice, Region region, AxisTitles titles) {
        Selection rows = Selection.within(slice.x(), slice.y(), region.x0(), region.x1(), region.y0(), region.y1());
        return of(rows, titles, shown -> Layout.of(shown, region));
    }

    private List<Figure> of(Selection rows, AxisTitles titles, LayoutOf layouts) {
        return rows.count() <= limits.maxPoints()
                ? new WholeFigures(titles, layouts).of(rows, limits)
                : new ReducedFigures(titles, layouts).of(rows, limits);
    }

    /** How the layout follows from what a figure shows. */
    @FunctionalInterface
    interface LayoutOf {

        Layout of(Shown shown);
    }
}
