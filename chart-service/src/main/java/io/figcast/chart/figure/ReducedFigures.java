package io.figcast.chart.figure;

import java.util.Arrays;
import java.util.List;

import io.figcast.chart.figure.Figures.LayoutOf;
import io.figcast.chart.figure.plotly.Axes;
import io.figcast.chart.figure.plotly.BinCentres;
import io.figcast.chart.figure.plotly.Counts;
import io.figcast.chart.figure.plotly.Figure;
import io.figcast.chart.figure.plotly.FigureKind;
import io.figcast.chart.figure.plotly.HoverText;
import io.figcast.chart.figure.plotly.LineShape;
import io.figcast.chart.figure.plotly.Shown;
import io.figcast.chart.figure.plotly.Shown.Method;
import io.figcast.chart.figure.plotly.Trace;
import io.figcast.reduction.BinnedCounts;
import io.figcast.reduction.Histogram;
import io.figcast.reduction.Reduction;
import io.figcast.reduction.bins.Bins;
import io.figcast.reduction.rows.Points;

/**
 * The four figures of many rows: a sample of them, a line through their extremes, and their bins.
 */
record ReducedFigures(Axes axes, LayoutOf layouts) {

    List<Figure> of(Reduction reduction) {
        return Arrays.stream(FigureKind.values()).map(kind -> switch (kind) {
            case SCATTER -> markers(reduction.markers(), reduction.rows());
            case LINE -> line(reduction);
            case HISTOGRAM2D -> heatmap(reduction.histogram(), reduction.rows());
            case HISTOGRAM2DCONTOUR -> contour(reduction.histogram(), reduction.rows());
        }).toList();
    }

    private Figure markers(Points points, int rows) {
        Trace markers = new Trace.Markers(points.x(), points.y(), HoverText.ofRow(axes));
        return figure(FigureKind.SCATTER, markers, Shown.of(rows, points.count(), Method.SAMPLE));
    }

    private Figure line(Reduction reduction) {
        Points points = reduction.line();
        Trace line = new Trace.Line(points.x(), points.y(), LineShape.LINEAR, HoverText.ofRow(axes));
        Shown shown = Shown.of(reduction.rows(), points.count(), Method.DECIMATED);
        return figure(FigureKind.LINE, line, reduction.isLineReordered() ? shown.orderedByX() : shown);
    }

    private Figure heatmap(Histogram histogram, int rows) {
        BinnedCounts bins = histogram.heat();
        HoverText hover = new BinHover(axes).of(bins.x(), bins.y());
        Trace heatmap = new Trace.Heatmap(centres(bins.x()), centres(bins.y()), counts(bins), hover);
        return figure(FigureKind.HISTOGRAM2D, heatmap, shown(histogram, rows));
    }

    private Figure contour(Histogram histogram, int rows) {
        BinnedCounts bins = histogram.contour();
        Trace contour = new Trace.Contour(centres(bins.x()), centres(bins.y()), counts(bins), HoverText.ofBin(axes));
        return figure(FigureKind.HISTOGRAM2DCONTOUR, contour, shown(histogram, rows));
    }

    private Figure figure(FigureKind kind, Trace trace, Shown shown) {
        return new Figure(kind, List.of(trace), layouts.of(shown));
    }

    private static Shown shown(Histogram histogram, int rows) {
        return new Shown(rows, histogram.rows(), Method.BINS, histogram.coarse(), false);
    }

    private static BinCentres centres(Bins bins) {
        return new BinCentres(bins.firstCentre(), bins.step());
    }

    private static Counts counts(BinnedCounts bins) {
        return new Counts(bins.y().count(), bins.x().count(), bins.counts());
    }
}
