package io.figcast.reduction.rows;

import java.util.OptionalDouble;

/**
 * One column of the rows: what the choice of its bins asks about it. Each question may be a pass over all rows.
 */
public interface Column {

    Spread spread();

    /**
     * The standard deviation with the very rounding of Plotly, which adds one value after the other, where the rows are in
     * memory; an engine, which adds in an order of its own, answers with the nearest that it can tell.
     *
     * @see <a href="https://github.com/plotly/plotly.js/blob/v4.1.1/src/lib/stats.js">stats.js</a>
     */
    double exactDeviation();

    /** Whether every value is a whole number. */
    boolean areWholeNumbers();

    /** How many values lie near the edges and middles of bins, as bounds that may leave a matter open. */
    NearEdges nearEdges(double start, double size);

    /** The same by Plotly's own formula. */
    NearEdges exactlyNearEdges(double start, double size);

    /** How many values are exact years, months and days. */
    ExactDates exactDates();

    /**
     * The smallest difference between two distinct values, as Plotly has it (values are taken for the same if they differ by
     * less than a rounding error), if it can be as large as a size.
     *
     * @param size not negative
     * @return empty if it is certainly smaller than the size
     * @see <a href="https://github.com/plotly/plotly.js/blob/v4.1.1/src/lib/search.js">distinctVals</a>
     */
    OptionalDouble smallestGap(double size);
}
