package io.figcast.compute.source.sql;

import java.sql.SQLException;

/** The one view of the data that all questions about some rows are put to, one after the other. */
public interface Asking {

    /**
     * Runs a query and hands over its rows, in any order.
     *
     * @param parameters how often the parameter of the rows occurs in it
     */
    void ask(String sql, int parameters, Each each) throws SQLException;

    /** The number of the block of so many places, a power of two, that a place is in. */
    default String block(long size) {
        return "CAST(FLOOR(place * " + Sql.number(1.0 / size) + ") AS BIGINT)";
    }

    /** Whether arithmetic that overflows or underflows gives infinity or zero, and no error. */
    default boolean roundsSilently() {
        return false;
    }

    /** How a window gets the rows in the order of their places: not at all where the engine reads them in this order. */
    default String order() {
        return "ORDER BY place";
    }

    /** Takes one row of numbers; a missing one is NaN. */
    interface Each {
        void row(double[] values);
    }
}
