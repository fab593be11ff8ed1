package io.figcast.chart.figure;

import java.util.List;

import io.figcast.chart.figure.Figures.LayoutOf;
import io.figcast.chart.figure.plotly.AxisTitles;
import io.figcast.chart.figure.plotly.Figure;
import io.figcast.chart.figure.plotly.FigureKind;
import io.figcast.chart.figure.plotly.HoverText;
import io.figcast.chart.figure.plotly.Layout;
import io.figcast.chart.figure.plotly.LineShape;
import io.figcast.chart.figure.plotly.Shown;
import io.figcast.chart.figure.plotly.Trace;
import io.figcast.chart.figure.reduction.Reduction;
import io.figcast.chart.figure.rows.Points;
import io.figcast.chart.figure.rows.Selection;

/**
 * The four figures of few rows, as the original has them: every row in each of them. Only where Plotly's own bins would be
 * too many to draw, or would never come to an end, are the rows binned here.
 */
record WholeFigures(AxisTitles titles, LayoutOf layouts) {

    List<Figure> of(Selection given, FigureLimits limits) {
        Selection rows = Reduction.drawable(given);
        Points points = rows.toPoints();
        double[] x = points.x();
        double[] y = points.y();
        Layout layout = layouts.of(Shown.all(points.count()));
        HoverText row = HoverText.ofRow(titles);
        HoverText bin = HoverText.ofBin(titles);
        Figure markers = new Figure(FigureKind.SCATTER, List.of(new Trace.Markers(x, y, row)), layout);
        Figure line = new Figure(FigureKind.LINE, List.of(new Trace.Line(x, y, LineShape.SPLINE, row)), layout);
        if (Reduction.isLeftToPlotly(rows)) {
            return List.of(markers, line,
                    new Figure(FigureKind.HISTOGRAM2D, List.of(new Trace.Histogram2d(x, y, bin)), layout),
                    new Figure(FigureKind.HISTOGRAM2DCONTOUR, List.of(new Trace.Histogram2dContour(x, y, bin)), layout));
        }
        List<Figure> reduced = new ReducedFigures(titles, layouts).of(rows, limits);
        return List.of(markers, line, reduced.get(2), reduced.get(3));
    }
}
