package io.figcast.reduction.bins;

import io.figcast.reduction.rows.Column;

/**
 * How wide bins are, and the steps by which their edges are made.
 *
 * @see <a href="https://github.com/plotly/plotly.js/blob/v4.1.1/src/plots/cartesian/axes.js">tickIncrement, tickFirst</a>
 */
sealed interface BinSize permits EvenSize, MonthSize {

    /** How wide a bin is; of months, on average. */
    double width();

    /** The edge that follows. */
    double after(double edge);

    /** The edge that comes before. */
    double before(double edge);

    /** The first edge from a value on. */
    double firstFrom(double value);

    /** The first edge, counted from a start, that lies beyond a value. */
    double endBeyond(double start, double value);

    /** A start that keeps values off the edges. */
    double shifted(double start, Column column);

    /** Bins of this size. */
    Bins bins(double[] edges, double step);
}
