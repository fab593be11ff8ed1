package io.figcast.chart.figure.rows;

import java.util.List;

/**
 * What one pass over the rows finds out about them: for each of some hundred equal runs of rows, where each column is least
 * and greatest, and sums for the columns' spread. The runs do not depend on how the work is shared out.
 *
 * @param rows the rows
 * @param runs what was found in each run, in order
 * @param pivotX about where x lies: sums are taken of the distance from it, which keeps them exact
 * @param pivotY the same of y
 */
public record Survey(Selection rows, List<Run> runs, double pivotX, double pivotY) {

    /**
     * Surveys rows.
     *
     * @param rows at least one row
     * @param wanted how many runs to make of them
     */
    public static Survey of(Selection rows, int wanted) {
        int runs = Math.min(wanted, rows.count());
        int shares = Math.min(Shares.of(rows.count()), runs);
        double[] pivots = Pivot.of(rows);
        List<Run> found = Shares.each(shares, share -> survey(rows, runs, pivots,
                Shares.begin(share, shares, runs), Shares.begin(share + 1, shares, runs)))
                .stream().flatMap(List::stream).toList();
        return new Survey(rows, found, pivots[0], pivots[1]);
    }

    public Spread spread(Dimension axis) {
        return Spread.of(rows, axis, axis == Dimension.X ? whole().x() : whole().y());
    }

    /** What was found in all runs together. */
    public Run whole() {
        Run whole = new Run(new Extent(pivotX), new Extent(pivotY));
        for (Run run : runs) {
            whole.x().add(run.x());
            whole.y().add(run.y());
        }
        return whole;
    }

    /** Whether no value is farther from zero than a bound. */
    public boolean isWithin(double bound) {
        Run whole = whole();
        return Math.min(whole.x().least(), whole.y().least()) >= -bound
                && Math.max(whole.x().greatest(), whole.y().greatest()) <= bound;
    }

    private static List<Run> survey(Selection rows, int runs, double[] pivots, int firstRun, int lastRun) {
        Run[] found = new Run[lastRun - firstRun];
        for (int run = firstRun; run < lastRun; run++) {
            found[run - firstRun] = new Run(new Extent(pivots[0]), new Extent(pivots[1]));
        }
        int count = rows.count();
        rows.visit(Shares.begin(firstRun, runs, count), Shares.begin(lastRun, runs, count), block -> {
            int toIndex = block.from() - block.rank();
            int run = runOf(block.rank(), runs, count);
            for (int from = block.from(); from < block.to(); run++) {
                int to = Math.min(block.to(), Shares.begin(run + 1, runs, count) + toIndex);
                Run here = found[run - firstRun];
                here.x().add(block.x(), from, to, toIndex);
                here.y().add(block.y(), from, to, toIndex);
                from = to;
            }
            return true;
        });
        return List.of(found);
    }

    private static int runOf(int rank, int runs, int count) {
        int run = (int) ((long) rank * runs / count);
        return Shares.begin(run + 1, runs, count) <= rank ? run + 1 : run;
    }

    /** What was found in one run of rows. */
    public record Run(Extent x, Extent y) {
    }
}
