package io.figcast.reduction.rows;

import java.util.List;

/**
 * What one pass over the rows finds out about them: for each of some hundred equal runs of rows, where each column is least
 * and greatest, and sums for the columns' spread.
 *
 * @param count how many rows there are
 * @param runs what was found in each run, in order; an engine tells only places, and these perhaps by stand-ins that picking
 *        them resolves
 * @param whole what was found in all runs together
 * @param firstPlace where the first row is
 * @param lastPlace where the last row is
 */
public record Survey(int count, List<Run> runs, Run whole, long firstPlace, long lastPlace) {

    public Survey {
        runs = List.copyOf(runs);
    }

    public Survey(int count, List<Run> runs, long firstPlace, long lastPlace) {
        this(count, runs, runs.stream().reduce(new Run(Extent.NONE, Extent.NONE), Run::plus), firstPlace, lastPlace);
    }

    public Extent of(Dimension axis) {
        return switch (axis) {
            case X -> whole.x();
            case Y -> whole.y();
        };
    }

    /** Whether no value is farther from zero than a bound. */
    public boolean isWithin(double bound) {
        return Math.min(whole.x().least(), whole.y().least()) >= -bound
                && Math.max(whole.x().greatest(), whole.y().greatest()) <= bound;
    }
}
