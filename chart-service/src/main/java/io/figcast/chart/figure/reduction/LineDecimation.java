package io.figcast.chart.figure.reduction;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import io.figcast.chart.figure.rows.Survey;

/**
 * Which rows a decimated line goes through: of each run of rows those where x or y is least or greatest, in their order, and
 * the very first and last row. The line then reaches as far as the whole one in every stretch of it. Where x grows with the
 * rows, as time does, these are the first, last, least and greatest row of each run.
 *
 * @see <a href="https://doi.org/10.14778/2732951.2732953">M4: a visualization-oriented time series data aggregation</a>
 */
final class LineDecimation {

    /** How many rows a run has at most in the line. */
    static final int PER_RUN = 4;

    private LineDecimation() {
    }

    /** The rows' ranks, ascending. */
    static int[] of(Survey survey) {
        List<Survey.Run> runs = survey.runs();
        IntStream extremes = runs.stream().flatMapToInt(run -> IntStream.of(
                run.x().leastRank(), run.x().greatestRank(), run.y().leastRank(), run.y().greatestRank()));
        int[] ranks = IntStream.concat(extremes, IntStream.of(0, survey.rows().count() - 1)).toArray();
        Arrays.sort(ranks);
        return IntStream.of(ranks).distinct().toArray();
    }
}
