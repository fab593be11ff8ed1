package io.figcast.reduction;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import io.figcast.reduction.bins.Autobin;
import io.figcast.reduction.bins.Bins;
import io.figcast.reduction.bins.EvenBins;
import io.figcast.reduction.rows.AxisTypes;
import io.figcast.reduction.rows.Dimension;
import io.figcast.reduction.rows.Extent;
import io.figcast.reduction.rows.Survey;

/**
 * The rows in bins: those that Plotly would have made of all of them, or fewer where these would be too many to draw or to
 * send.
 *
 * @param heat the rows in the bins of a {@code histogram2d}
 * @param contour the rows in the bins of a {@code histogram2dcontour}
 * @param coarse whether there are fewer bins than Plotly would have made
 */
public record Histogram(BinnedCounts heat, BinnedCounts contour, boolean coarse) {

    /** No rows: one empty bin. */
    static final Histogram EMPTY = empty();

    /** How many rows were counted. */
    public int rows() {
        return Arrays.stream(heat.counts()).sum();
    }

    /** Whether Plotly, given the rows themselves, would make the same bins. */
    static boolean isLeftToPlotly(Rows rows, Survey survey, AxisTypes types) {
        return autobins(rows, survey, types).stream().noneMatch(Autobin::coarse);
    }

    private static List<Autobin> autobins(Rows rows, Survey survey, AxisTypes types) {
        Stream<Dimension> axes = Stream.of(Dimension.X, Dimension.Y);
        return (rows.answerInParallel() ? axes.parallel() : axes)
                .map(axis -> Autobin.of(rows.column(axis, survey), axis == Dimension.X ? types.x() : types.y())).toList();
    }

    private static Histogram empty() {
        Bins one = new EvenBins(-0.5, 1, 1, 1);
        Bins three = one.padded();
        return new Histogram(new BinnedCounts(one, one, new int[1]), new BinnedCounts(three, three, new int[9]), false);
    }

    /**
     * A histogram with the grid that it was made of.
     *
     * @param grid the counted rows in the bins of {@link #heat}
     */
    record Counted(Histogram histogram, Grid grid) {

        /**
         * Counts rows in bins.
         *
         * @param rows at least one
         * @param types what the columns are
         * @param mostText how many characters the counts of either grid may take as JSON
         */
        static Counted of(Rows rows, Survey survey, AxisTypes types, int mostText) {
            List<Autobin> both = autobins(rows, survey, types);
            return of(rows, survey, both.get(0), both.get(1)).within(mostText);
        }

        private static Counted of(Rows rows, Survey survey, Autobin x, Autobin y) {
            boolean isEveryRowInside = isInside(x.heat(), survey.of(Dimension.X))
                    && isInside(y.heat(), survey.of(Dimension.Y));
            Grid grid = rows.grid(x.heat(), y.heat(), isEveryRowInside);
            // The bins of the contours begin one bin earlier, so that a value at an edge may round into another one.
            int[] counts = isEveryRowInside && grid.isClear() ? grid.paddedCounts()
                    : rows.grid(x.contour(), y.contour(), false).counts();
            return of(grid, new BinnedCounts(x.contour(), y.contour(), counts), x.coarse() || y.coarse());
        }

        private static Counted of(Grid grid, BinnedCounts contour, boolean coarse) {
            return new Counted(new Histogram(new BinnedCounts(grid.x(), grid.y(), grid.counts()), contour, coarse), grid);
        }

        private static boolean isInside(Bins bins, Extent extent) {
            return bins.contain(extent.least()) && bins.contain(extent.greatest());
        }

        /** The same in ever wider bins until it is short enough. */
        private Counted within(int mostText) {
            Counted narrowed = this;
            while (Math.max(narrowed.histogram.heat.textLength(), narrowed.histogram.contour.textLength()) > mostText) {
                narrowed = narrowed.coarser();
            }
            return narrowed;
        }

        private Counted coarser() {
            boolean isWide = grid.x().count() >= grid.y().count();
            Grid merged = grid.merged(isWide ? 2 : 1, isWide ? 1 : 2);
            return of(merged, new BinnedCounts(merged.x().padded(), merged.y().padded(), merged.paddedCounts()), true);
        }
    }
}
