package io.figcast.reduction;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import io.figcast.reduction.rows.Extent;
import io.figcast.reduction.rows.Points;
import io.figcast.reduction.rows.Run;
import io.figcast.reduction.rows.Survey;

/**
 * Which rows a decimated line goes through: of each run of rows those where x or y is least or greatest, in their order, and
 * the very first and last row. The line then reaches as far as the whole one in every stretch of it. Where x grows with the
 * rows, as time does, these are the first, last, least and greatest row of each run. A line over time through rows that come
 * in another order has equally long stretches of time for runs: nothing has to be sorted for it, here or in an engine.
 *
 * @see <a href="https://doi.org/10.14778/2732951.2732953">M4: a visualization-oriented time series data aggregation</a>
 */
final class LineDecimation {

    /** How many rows a run has at most in the line. */
    private static final int PER_RUN = 4;

    private LineDecimation() {
    }

    /** How many runs a line of so many points has. */
    static int runs(int mostPoints) {
        return (mostPoints - 2) / PER_RUN;
    }

    /** The rows' places, ascending. */
    static long[] of(Survey survey) {
        return LongStream.concat(extremes(survey.runs()), LongStream.of(survey.firstPlace(), survey.lastPlace()))
                .sorted().distinct().toArray();
    }

    /** The line through rows in the order of x; those with the same x stay in the order in which they are. */
    static Points inOrderOfX(Rows rows, Extent x, int mostPoints) {
        List<Run> runs = rows.alongX(Stretches.of(x.least(), x.greatest(), runs(mostPoints)));
        Points points = rows.pick(extremes(runs).sorted().distinct().toArray());
        int[] order = IntStream.range(0, points.count()).boxed().sorted(Comparator.comparing(i -> points.x()[i]))
                .mapToInt(i -> i).toArray();
        return new Points(IntStream.of(order).mapToDouble(i -> points.x()[i]).toArray(),
                IntStream.of(order).mapToDouble(i -> points.y()[i]).toArray());
    }

    private static LongStream extremes(List<Run> runs) {
        return runs.stream().flatMapToLong(run -> LongStream.of(run.x().leastPlace(), run.x().greatestPlace(),
                run.y().leastPlace(), run.y().greatestPlace()));
    }
}
