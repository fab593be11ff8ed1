package io.figcast.chart.figure;

import java.util.List;

import io.figcast.chart.figure.Figures.LayoutOf;
import io.figcast.chart.figure.reduction.Points;
import io.figcast.chart.figure.reduction.Reduction;
import io.figcast.chart.figure.reduction.Rows;

/**
 * The four figures of few rows, as the original has them: every row in each of them. Only where Plotly's own bins would be
 * too many to draw, or would never come to an end, are the rows binned here.
 */
record WholeFigures(AxisTitles titles, LayoutOf layouts) {

    List<Figure> of(Rows given, FigureLimits limits) {
        Rows rows = Reduction.drawable(given);
        Points points = rows.toPoints();
        double[] x = points.x();
        double[] y = points.y();
        Layout layout = layouts.of(Shown.all(points.count()));
        HoverText row = HoverText.ofRow(titles);
        HoverText bin = HoverText.ofBin(titles);
        Figure markers = new Figure(FigureKind.SCATTER, List.of(new Markers(x, y, row)), layout);
        Figure line = new Figure(FigureKind.LINE, List.of(new Lines(x, y, Lines.Shape.SPLINE, row)), layout);
        if (Reduction.isLeftToPlotly(rows)) {
            return List.of(markers, line,
                    new Figure(FigureKind.HISTOGRAM2D, List.of(new Histogram2d(x, y, bin)), layout),
                    new Figure(FigureKind.HISTOGRAM2DCONTOUR, List.of(new Histogram2dContour(x, y, bin)), layout));
        }
        List<Figure> reduced = new ReducedFigures(titles, layouts).of(rows, limits);
        return List.of(markers, line, reduced.get(2), reduced.get(3));
    }
}
