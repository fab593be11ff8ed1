package io.figcast.reduction.bins;

import io.figcast.reduction.bins.shift.EdgeShift;
import io.figcast.reduction.rows.AxisType;
import io.figcast.reduction.rows.Column;

/** Bins of one width. */
final class EvenSize implements BinSize {

    private final double width;
    private final double origin;
    private final AxisType axis;
    private final Increment up;

    /**
     * @param width the width
     * @param origin where one of the edges lies, before they are shifted
     * @param axis what the values are
     */
    EvenSize(double width, double origin, AxisType axis) {
        this.width = width;
        this.origin = origin;
        this.axis = axis;
        this.up = new Increment(width);
    }

    @Override
    public double width() {
        return width;
    }

    @Override
    public double after(double edge) {
        return up.after(edge);
    }

    @Override
    public double before(double edge) {
        return Increment.once(edge, -width);
    }

    @Override
    public double firstFrom(double value) {
        return Math.ceil((value - origin) / width) * width + origin;
    }

    @Override
    public double endBeyond(double start, double value) {
        double count = 1 + Math.floor((value - start) / width);
        return start + count * width;
    }

    @Override
    public double shifted(double start, Column column) {
        return new EdgeShift(column, width, axis).apply(start);
    }

    @Override
    public Bins bins(double[] edges, double step) {
        return new EvenBins(edges[0], width, edges.length - 1, step);
    }
}
