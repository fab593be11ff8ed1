package io.figcast.reduction.memory;

import java.util.function.Predicate;

import io.figcast.reduction.rows.Points;

/**
 * Every row of two columns.
 */
record AllRows(double[] x, double[] y) implements Selection {

    /** Up to so many rows (16 MB) a copy costs less than looking for them again and again. */
    static final int CHEAP_TO_COPY = 1 << 20;

    @Override
    public int count() {
        return x.length;
    }

    @Override
    public Points toPoints() {
        return new Points(x, y);
    }

    @Override
    public Selection within(double x0, double x1, double y0, double y1) {
        return Selection.within(x, y, x0, x1, y0, y1);
    }

    @Override
    public boolean visit(int from, int to, Predicate<Block> visitor) {
        return from >= to || visitor.test(new Block(x, y, from, to, from));
    }
}
