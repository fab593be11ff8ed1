package io.figcast.compute.source.sql;

import java.sql.SQLException;

import io.figcast.compute.slice.ColumnType;
import io.figcast.compute.slice.ColumnTypes;
import io.figcast.compute.slice.ReducedRows;
import io.figcast.reduction.ReducedSlice;
import io.figcast.reduction.Reduction;
import io.figcast.reduction.date.DatePrecision;
import io.figcast.reduction.rows.AxisType;
import io.figcast.reduction.rows.AxisTypes;
import io.figcast.reduction.rows.Dimension;

/** Reduces rows where they are. */
public final class EngineReduction {

    /** So many blocks: their extremes take some 12 MB, and a block has some hundred of many million rows. */
    private static final int BLOCKS = 1 << 17;

    private EngineReduction() {
    }

    /**
     * How many rows there are.
     *
     * @param all also those that lack a value
     * @param places about how many places there are
     */
    public record Size(long all, long places) {
    }

    /**
     * Reduces the rows of a query.
     *
     * @param rows a query with one parameter that gives x, y and place
     * @throws io.figcast.compute.slice.TooLargeException if there are more than can be counted
     */
    public static ReducedRows of(Asking asking, String rows, Size size, AxisTypes types) throws SQLException {
        ReducedSlice reduced = inBlocks(asking, rows, size.all, Long.highestOneBit(Math.max(1, size.places / BLOCKS)), types);
        long complete = reduced.reduction().rows();
        if (!types.equals(AxisTypes.NUMBERS)) { // there may be times that Plotly does not know
            long[] finite = new long[1];
            asking.ask("SELECT count(*) FROM (" + Relation.finite(rows) + ") f", 1, found -> finite[0] = (long) found[0]);
            complete = finite[0];
        }
        return new ReducedRows(complete, size.all - complete, reduced.points(), reduced.bins());
    }

    static ReducedSlice inBlocks(Asking asking, String rows, long all, long blockSize, AxisTypes types) throws SQLException {
        try {
            SqlRows drawable = new SqlRows(asking, Relation.drawable(rows, types), types, blockSize);
            // What all rows pass need not be looked at for each question.
            SqlRows reducible = types.equals(AxisTypes.NUMBERS) && drawable.count() == all ? drawable.of(new Relation(rows))
                    : drawable;
            return new ReducedSlice(Reduction.of(reducible, types, ReducedSlice.MOST_POINTS),
                    precision(reducible, Dimension.X, types.x()),
                    precision(reducible, Dimension.Y, types.y()));
        } catch (SqlRows.UnansweredException e) {
            throw e.why();
        }
    }

    /** What axes show of columns. */
    public static AxisTypes axes(ColumnTypes types) {
        return new AxisTypes(axis(types.x()), axis(types.y()));
    }

    private static AxisType axis(ColumnType type) {
        return switch (type) {
            case NUMBER -> AxisType.LINEAR;
            case TIME -> AxisType.DATE;
        };
    }

    private static DatePrecision precision(SqlRows rows, Dimension axis, AxisType type) {
        return switch (type) {
            case LINEAR -> DatePrecision.MILLISECONDS;
            case DATE -> DatePrecision.values()[(int) rows.rest(axis)];
        };
    }
}
