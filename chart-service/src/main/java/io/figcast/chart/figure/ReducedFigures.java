package io.figcast.chart.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

import io.figcast.chart.figure.Figures.LayoutOf;
import io.figcast.chart.figure.bins.Bins;
import io.figcast.chart.figure.histogram.BinnedCounts;
import io.figcast.chart.figure.histogram.Histogram;
import io.figcast.chart.figure.plotly.AxisTitles;
import io.figcast.chart.figure.plotly.BinCentres;
import io.figcast.chart.figure.plotly.Counts;
import io.figcast.chart.figure.plotly.Figure;
import io.figcast.chart.figure.plotly.FigureKind;
import io.figcast.chart.figure.plotly.HoverText;
import io.figcast.chart.figure.plotly.LineShape;
import io.figcast.chart.figure.plotly.Shown;
import io.figcast.chart.figure.plotly.Shown.Method;
import io.figcast.chart.figure.plotly.Trace;
import io.figcast.chart.figure.reduction.Reduction;
import io.figcast.chart.figure.rows.Points;
import io.figcast.chart.figure.rows.Selection;

/**
 * The four figures of many rows: a sample of them, a line through their extremes, and their bins.
 */
record ReducedFigures(AxisTitles titles, LayoutOf layouts) {

    private static final MathContext READABLE = new MathContext(6);

    List<Figure> of(Selection rows, FigureLimits limits) {
        Reduction reduction = Reduction.of(rows, limits.reducedPoints());
        return List.of(
                markers(reduction.markers(), rows.count()),
                line(reduction.line(), rows.count()),
                heatmap(reduction.histogram(), rows.count()),
                contour(reduction.histogram(), rows.count()));
    }

    private Figure markers(Points points, int rows) {
        Trace.Markers markers = new Trace.Markers(points.x(), points.y(), HoverText.ofRow(titles));
        return figure(FigureKind.SCATTER, markers, new Shown(rows, points.count(), Method.SAMPLE, false));
    }

    private Figure line(Points points, int rows) {
        Trace.Line line = new Trace.Line(points.x(), points.y(), LineShape.LINEAR, HoverText.ofRow(titles));
        return figure(FigureKind.LINE, line, new Shown(rows, points.count(), Method.DECIMATED, false));
    }

    private Figure heatmap(Histogram histogram, int rows) {
        BinnedCounts bins = histogram.heat();
        HoverText hover = HoverText.ofBin(titles, reach(bins.x()), reach(bins.y()));
        Trace.Heatmap heatmap = new Trace.Heatmap(steps(bins.x()), steps(bins.y()), counts(bins), hover);
        return figure(FigureKind.HISTOGRAM2D, heatmap, shown(histogram, rows));
    }

    private Figure contour(Histogram histogram, int rows) {
        BinnedCounts bins = histogram.contour();
        Trace.Contour contour = new Trace.Contour(steps(bins.x()), steps(bins.y()), counts(bins), HoverText.ofBin(titles));
        return figure(FigureKind.HISTOGRAM2DCONTOUR, contour, shown(histogram, rows));
    }

    private Figure figure(FigureKind kind, Trace trace, Shown shown) {
        return new Figure(kind, List.of(trace), layouts.of(shown));
    }

    private static Shown shown(Histogram histogram, int rows) {
        return new Shown(rows, histogram.rows(), Method.BINS, histogram.coarse());
    }

    private static BinCentres steps(Bins bins) {
        return new BinCentres(bins.firstCentre(), bins.step());
    }

    private static Counts counts(BinnedCounts bins) {
        return new Counts(bins.y().count(), bins.x().count(), bins.counts());
    }

    /** How far a bin reaches to either side of its centre. */
    private static String reach(Bins bins) {
        return " ± " + new BigDecimal(bins.step() / 2).round(READABLE).stripTrailingZeros();
    }
}
