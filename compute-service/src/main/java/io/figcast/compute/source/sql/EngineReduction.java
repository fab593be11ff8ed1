package io.figcast.compute.source.sql;

import java.sql.SQLException;

import io.figcast.reduction.ReducedSlice;
import io.figcast.reduction.Reduction;
import io.figcast.reduction.date.DatePrecision;
import io.figcast.reduction.rows.AxisType;
import io.figcast.reduction.rows.AxisTypes;
import io.figcast.reduction.rows.Dimension;

/** Reduces rows where they are. */
public final class EngineReduction {

    /** So many blocks: their extremes take some 20 MB, and a block has some hundred of many million rows. */
    private static final int BLOCKS = 1 << 18;

    private EngineReduction() {
    }

    /**
     * Reduces the rows of a query.
     *
     * @param rows a query with one parameter that gives x, y and place
     * @param places about how many places there are
     */
    public static ReducedSlice of(Asking asking, String rows, long places, AxisTypes types) throws SQLException {
        return inBlocks(asking, rows, Math.max(1, places / BLOCKS), types);
    }

    static ReducedSlice inBlocks(Asking asking, String rows, long blockSize, AxisTypes types) throws SQLException {
        try {
            SqlRows all = new SqlRows(asking, Relation.drawable(rows, types), types, blockSize);
            return new ReducedSlice(Reduction.of(all, types, ReducedSlice.MOST_POINTS), precision(all, Dimension.X, types.x()),
                    precision(all, Dimension.Y, types.y()));
        } catch (SqlRows.UnansweredException e) {
            throw e.why();
        }
    }

    private static DatePrecision precision(SqlRows rows, Dimension axis, AxisType type) {
        return switch (type) {
            case LINEAR -> DatePrecision.MILLISECONDS;
            case DATE -> DatePrecision.values()[rows.rest(axis)];
        };
    }
}
