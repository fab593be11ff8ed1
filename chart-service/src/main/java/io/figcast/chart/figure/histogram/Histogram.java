package io.figcast.chart.figure.histogram;

import io.figcast.chart.figure.bins.Autobin;
import io.figcast.chart.figure.bins.Bins;
import io.figcast.chart.figure.bins.EvenBins;
import io.figcast.chart.figure.plotly.Axes;
import io.figcast.chart.figure.rows.Dimension;
import io.figcast.chart.figure.rows.Extent;
import io.figcast.chart.figure.rows.Shares;
import io.figcast.chart.figure.rows.Survey;

/**
 * The rows in bins: those that Plotly would have made of all of them, or fewer where these would be too many to draw or to
 * send.
 *
 * @param grid the rows in the bins of a {@code histogram2d}
 * @param contour the rows in the bins of a {@code histogram2dcontour}
 * @param coarse whether there are fewer bins than Plotly would have made
 */
public record Histogram(Grid grid, BinnedCounts contour, boolean coarse) {

    /** No rows: one empty bin. */
    public static final Histogram EMPTY = empty();

    /**
     * Counts rows in bins.
     *
     * @param survey of at least one row
     * @param axes what the columns are
     * @param mostText how many characters the counts of either grid may take as JSON
     */
    public static Histogram of(Survey survey, Axes axes, int mostText) {
        var both = Shares.each(Shares.of(survey.rows().count()) == 1 ? 1 : 2,
                share -> share == 0 ? alongX(survey, axes) : alongY(survey, axes));
        Autobin x = both.get(0);
        Autobin y = both.size() == 2 ? both.get(1) : alongY(survey, axes);
        return of(survey, x, y).within(mostText);
    }

    /** Whether Plotly, given the rows themselves, would make the same bins. */
    public static boolean isLeftToPlotly(Survey survey, Axes axes) {
        return !alongX(survey, axes).coarse() && !alongY(survey, axes).coarse();
    }

    private static Autobin alongX(Survey survey, Axes axes) {
        return Autobin.of(survey.spread(Dimension.X), axes.x().type());
    }

    private static Autobin alongY(Survey survey, Axes axes) {
        return Autobin.of(survey.spread(Dimension.Y), axes.y().type());
    }

    /** How many rows were counted. */
    public int rows() {
        return grid.rows();
    }

    public BinnedCounts heat() {
        return new BinnedCounts(grid.x(), grid.y(), grid.counts());
    }

    private static Histogram empty() {
        Bins one = new EvenBins(-0.5, 1, 1, 1);
        Bins three = one.padded();
        return new Histogram(new Grid(one, one, new int[1], new int[1], true), new BinnedCounts(three, three, new int[9]),
                false);
    }

    private static Histogram of(Survey survey, Autobin x, Autobin y) {
        Survey.Run whole = survey.whole();
        boolean isEveryRowInside = isInside(x.heat(), whole.x()) && isInside(y.heat(), whole.y());
        Grid grid = Grid.of(survey.rows(), x.heat(), y.heat(), isEveryRowInside);
        // The bins of the contours begin one bin earlier, so that a value at an edge may round into another one.
        int[] counts = isEveryRowInside && grid.isClear() ? grid.paddedCounts()
                : Grid.of(survey.rows(), x.contour(), y.contour(), false).counts();
        return new Histogram(grid, new BinnedCounts(x.contour(), y.contour(), counts), x.coarse() || y.coarse());
    }

    private static boolean isInside(Bins bins, Extent extent) {
        return bins.contain(extent.least()) && bins.contain(extent.greatest());
    }

    /** The same in ever wider bins until it is short enough. */
    private Histogram within(int mostText) {
        Histogram narrowed = this;
        while (Math.max(narrowed.heat().textLength(), narrowed.contour.textLength()) > mostText) {
            narrowed = narrowed.coarser();
        }
        return narrowed;
    }

    private Histogram coarser() {
        boolean isWide = grid.x().count() >= grid.y().count();
        Grid merged = grid.merged(isWide ? 2 : 1, isWide ? 1 : 2);
        BinnedCounts padded = new BinnedCounts(merged.x().padded(), merged.y().padded(), merged.paddedCounts());
        return new Histogram(merged, padded, true);
    }
}
