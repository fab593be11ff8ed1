package io.figcast.reduction;

import java.util.List;

import io.figcast.reduction.bins.Bins;
import io.figcast.reduction.rows.Column;
import io.figcast.reduction.rows.Dimension;
import io.figcast.reduction.rows.Points;
import io.figcast.reduction.rows.Run;
import io.figcast.reduction.rows.Survey;

/**
 * The rows that figures are made of, in their order. Nearly every question is a pass over all of them.
 */
public interface Rows {

    int count();

    /**
     * Surveys the rows in runs of (as nearly as can be) equally many.
     *
     * @param runs how many to make of at least one row; fewer if there are fewer rows
     */
    Survey survey(int runs);

    /** Surveys the rows in equally long stretches of x; those without rows are left out. */
    List<Run> alongX(Stretches stretches);

    /** Whether x never falls from one row to the next. */
    boolean areInOrderOfX();

    Column column(Dimension axis, Survey survey);

    /**
     * Counts the rows in the bins of a grid.
     *
     * @param isEveryRowInside whether none lies outside of the bins
     */
    Grid grid(Bins x, Bins y, boolean isEveryRowInside);

    /** A copy of some of the rows, whose places ascend. */
    default Points pick(long[] places) {
        return pick(places, new int[0]);
    }

    /**
     * A copy of some of the rows, each of them once and in their order.
     *
     * @param places where some are, ascending
     * @param ranks how many rows come before some others, ascending
     */
    Points pick(long[] places, int[] ranks);

    /** Those of the rows that lie in a rectangle, its borders included. */
    Rows within(double x0, double x1, double y0, double y1);

    /** The same rows with one or both columns being zero throughout. */
    Rows asZero(boolean x, boolean y);

    /** Whether several questions are better asked at once. */
    default boolean answerInParallel() {
        return false;
    }
}
