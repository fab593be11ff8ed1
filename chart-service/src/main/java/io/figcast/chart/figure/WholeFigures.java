package io.figcast.chart.figure;

import java.util.Arrays;
import java.util.List;

import io.figcast.chart.figure.Figures.LayoutOf;
import io.figcast.chart.figure.plotly.Axes;
import io.figcast.chart.figure.plotly.Figure;
import io.figcast.chart.figure.plotly.FigureKind;
import io.figcast.chart.figure.plotly.HoverText;
import io.figcast.chart.figure.plotly.LineShape;
import io.figcast.chart.figure.plotly.Shown;
import io.figcast.chart.figure.plotly.Trace;
import io.figcast.reduction.Reduction;
import io.figcast.reduction.memory.Selection;
import io.figcast.reduction.rows.Points;

/**
 * The four figures of few rows, as the original has them: every row in each of them. Only where Plotly's own bins would be
 * too many to draw, or would never come to an end, are the rows binned here.
 */
record WholeFigures(Axes axes, LayoutOf layouts) {

    List<Figure> of(Selection given, FigureLimits limits) {
        Points points = ((Selection) Reduction.drawable(given)).toPoints();
        Selection rows = Selection.all(points.x(), points.y());
        if (!Reduction.isLeftToPlotly(rows, axes.types())) {
            List<Figure> reduced = new ReducedFigures(axes, layouts)
                    .of(Reduction.of(rows, axes.types(), limits.reducedPoints()));
            return List.of(figure(FigureKind.SCATTER, rows), figure(FigureKind.LINE, rows), reduced.get(2), reduced.get(3));
        }
        return Arrays.stream(FigureKind.values()).map(kind -> figure(kind, rows)).toList();
    }

    private Figure figure(FigureKind kind, Selection rows) {
        Points points = rows.toPoints();
        double[] x = points.x();
        double[] y = points.y();
        Shown shown = Shown.all(points.count());
        return switch (kind) {
            case SCATTER -> figure(kind, new Trace.Markers(x, y, HoverText.ofRow(axes)), shown);
            case LINE -> line(LineOrder.of(rows, axes), shown);
            case HISTOGRAM2D -> figure(kind, new Trace.Histogram2d(x, y, HoverText.ofBinRange(axes)), shown);
            case HISTOGRAM2DCONTOUR -> figure(kind, new Trace.Histogram2dContour(x, y, HoverText.ofBin(axes)), shown);
        };
    }

    private Figure line(LineOrder order, Shown shown) {
        Points points = order.rows().toPoints();
        Trace line = new Trace.Line(points.x(), points.y(), LineShape.SPLINE, HoverText.ofRow(axes));
        return figure(FigureKind.LINE, line, order.isChanged() ? shown.orderedByX() : shown);
    }

    private Figure figure(FigureKind kind, Trace trace, Shown shown) {
        return new Figure(kind, List.of(trace), layouts.of(shown));
    }
}
