package io.figcast.compute.source.sql;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import io.figcast.compute.source.sql.Extremes.Row;
import io.figcast.reduction.rows.Dimension;
import io.figcast.reduction.rows.Extent;
import io.figcast.reduction.rows.Run;
import io.figcast.reduction.rows.Survey;

/**
 * Equally long runs of rows, and which rows are their extremes. These are known only when the rows of some blocks have been
 * seen; until then they have stand-ins for places, which are negative.
 */
final class LineRuns {

    private static final int KINDS = 4;
    private static final long FIRST = -KINDS - 1;
    private static final long LAST = FIRST - 1;

    private final Blocks all;
    private final int count;
    private final Extremes[] runs;
    private final Extremes together = new Extremes();
    private final Set<Long> whole = new TreeSet<>();
    private final Set<Long> someOf = new TreeSet<>();
    private final @Nullable Row[] ends = new Row[2];

    LineRuns(Blocks all, int wanted) {
        this.all = all;
        this.count = all.count();
        this.runs = new Extremes[Math.min(wanted, count)];
        Arrays.setAll(runs, run -> new Extremes());
        whole.addAll(List.of(all.number(0), all.number(all.holding(count - 1))));
        for (int run = 0; run < runs.length; run++) {
            int first = all.holding(begin(run));
            int last = all.holding(begin(run + 1) - 1);
            if (all.firstRanks()[first] < begin(run)) {
                whole.add(all.number(first++));
            }
            if (last >= first && all.firstRanks()[last + 1] > begin(run + 1)) {
                whole.add(all.number(last--));
            }
            addExtremes(first, last);
        }
    }

    /** The first block with each extreme of some. */
    private void addExtremes(int first, int last) {
        for (Dimension axis : first <= last ? Dimension.values() : new Dimension[0]) {
            int least = first;
            int greatest = first;
            for (int block = first + 1; block <= last; block++) {
                least = all.least(block, axis) < all.least(least, axis) ? block : least;
                greatest = all.greatest(block, axis) > all.greatest(greatest, axis) ? block : greatest;
            }
            someOf.add(all.number(least));
            someOf.add(all.number(greatest));
        }
    }

    /** The blocks of which each row has to be seen with its rank. */
    Set<Long> whole() {
        return whole;
    }

    /** Other blocks of which the rows have to be seen. */
    Set<Long> someOf() {
        return someOf;
    }

    boolean isKnown() {
        return ends[0] != null;
    }

    /** @param rank where it is not exact, that of a row of the same run */
    void add(int rank, Row row, boolean isExact) {
        runs[runOf(rank)].add(row);
        together.add(row);
        ends[0] = isExact && rank == 0 ? row : ends[0];
        ends[1] = isExact && rank == count - 1 ? row : ends[1];
    }

    /** The row that something stands in for. */
    Row row(long standIn) {
        if (standIn == FIRST || standIn == LAST) {
            return Objects.requireNonNull(ends[standIn == FIRST ? 0 : 1]);
        }
        if (standIn > FIRST) {
            return together.row((int) (-1 - standIn));
        }
        int extreme = (int) (LAST - 1 - standIn);
        return runs[extreme / KINDS].row(extreme % KINDS);
    }

    /** With values of all rows together, and stand-ins only of the runs. */
    Survey survey() {
        Run sums = all.whole();
        List<Run> parts = IntStream.range(0, runs.length).mapToObj(run -> LAST - 1 - run * (long) KINDS)
                .map(first -> new Run(unknown(first, first - 1), unknown(first - 2, first - 3))).toList();
        return new Survey(count, parts, new Run(with(sums.x(), -1, -2), with(sums.y(), -3, -4)), FIRST, LAST);
    }

    private static Extent unknown(long least, long greatest) {
        return new Extent(Double.NaN, Double.NaN, least, greatest, 0, 0);
    }

    private static Extent with(Extent sums, long least, long greatest) {
        boolean isNear = Math.max(Math.abs(sums.least()), Math.abs(sums.greatest())) <= BlockSurvey.NEAR;
        return new Extent(sums.least(), sums.greatest(), least, greatest, sums.sum(),
                isNear ? sums.squares() : Double.POSITIVE_INFINITY);
    }

    private int begin(int run) {
        return (int) ((long) count * run / runs.length);
    }

    private int runOf(int rank) {
        return (int) (((rank + 1L) * runs.length - 1) / count);
    }
}
