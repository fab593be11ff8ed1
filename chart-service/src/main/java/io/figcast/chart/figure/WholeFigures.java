package io.figcast.chart.figure;

import java.util.List;

import io.figcast.chart.slice.Slice;

/**
 * The four figures of a slice that is small enough to travel whole, as the original has them: every row in each of them.
 */
final class WholeFigures {

    private WholeFigures() {
    }

    static List<Figure> of(Slice slice, AxisTitles titles, Layout layout) {
        double[] x = slice.x();
        double[] y = slice.y();
        HoverText row = HoverText.ofRow(titles);
        HoverText bin = HoverText.ofBin(titles);
        return List.of(
                new Figure(FigureKind.SCATTER, List.of(new Markers(x, y, row)), layout),
                new Figure(FigureKind.LINE, List.of(new Lines(x, y, Lines.Shape.SPLINE, row)), layout),
                new Figure(FigureKind.HISTOGRAM2D, List.of(new Histogram2d(x, y, bin)), layout),
                new Figure(FigureKind.HISTOGRAM2DCONTOUR, List.of(new Histogram2dContour(x, y, bin)), layout));
    }
}
