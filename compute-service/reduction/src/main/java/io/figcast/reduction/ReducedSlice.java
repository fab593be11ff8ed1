package io.figcast.reduction;

import java.nio.ByteBuffer;

import io.figcast.reduction.date.DatePrecision;

/**
 * A slice reduced where its rows are: all that its figures need. As bytes it has two parts, one for its points and one for its
 * bins; each begins with the number of the form that it is written in.
 *
 * @param xPrecision which parts of dates the values of x have
 * @param yPrecision which parts of dates the values of y have
 */
public record ReducedSlice(Reduction reduction, DatePrecision xPrecision, DatePrecision yPrecision) {

    /** How many points its markers and its line have at most, either of them. */
    public static final int MOST_POINTS = 3_500;
    /** No part is longer. */
    public static final int MOST_BYTES = 1 << 20;
    private static final byte FORM = 1;

    /** The part with the points. */
    public byte[] points() {
        PartWriter part = new PartWriter(FORM);
        part.number(reduction.rows());
        part.flag(reduction.isLineReordered());
        part.number(xPrecision.ordinal());
        part.number(yPrecision.ordinal());
        part.points(reduction.markers());
        part.points(reduction.line());
        return part.bytes();
    }

    /** The part with the bins. */
    public byte[] bins() {
        PartWriter part = new PartWriter(FORM);
        part.flag(reduction.histogram().coarse());
        part.counts(reduction.histogram().heat());
        part.counts(reduction.histogram().contour());
        return part.bytes();
    }

    /**
     * What was written as two parts.
     *
     * @throws IllegalArgumentException if they are something else
     */
    public static ReducedSlice of(ByteBuffer points, ByteBuffer bins) {
        PartReader ofPoints = new PartReader(points, FORM);
        int rows = ofPoints.number(Integer.MAX_VALUE);
        boolean isLineReordered = ofPoints.flag();
        DatePrecision x = precision(ofPoints);
        DatePrecision y = precision(ofPoints);
        var markers = ofPoints.points();
        var line = ofPoints.points();
        ofPoints.end();
        PartReader ofBins = new PartReader(bins, FORM);
        boolean isCoarse = ofBins.flag();
        Histogram histogram = new Histogram(ofBins.counts(), ofBins.counts(), isCoarse);
        ofBins.end();
        return new ReducedSlice(new Reduction(rows, markers, line, isLineReordered, histogram), x, y);
    }

    private static DatePrecision precision(PartReader part) {
        DatePrecision[] all = DatePrecision.values();
        return all[part.number(all.length - 1)];
    }
}
