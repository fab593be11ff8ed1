package io.figcast.reduction;

import io.figcast.reduction.rows.AxisType;
import io.figcast.reduction.rows.AxisTypes;
import io.figcast.reduction.rows.Dimension;
import io.figcast.reduction.rows.Points;
import io.figcast.reduction.rows.Survey;

/**
 * A large slice made small enough to draw.
 *
 * @param rows how many rows it has
 * @param markers a representative sample of the rows
 * @param line rows that a line goes through which reaches as far as the whole one in every stretch
 * @param isLineReordered whether the line goes through the rows in the order of x, in which they did not come
 * @param histogram all the rows in bins
 */
public record Reduction(int rows, Points markers, Points line, boolean isLineReordered, Histogram histogram) {

    /**
     * Values beyond it are left out: their squares, ranges and pixels overflow, and Plotly itself leaves them out of its
     * axes not far from there.
     */
    static final double DRAWABLE = 1e300;
    /** Two grids of at most that many characters and 5,000 points at most make an answer of less than 1 MB. */
    private static final int MOST_TEXT = 310_000;

    /**
     * Reduces rows.
     *
     * @param types what the columns are
     * @param mostPoints how many points the markers and the line may have, either of them
     */
    public static Reduction of(Rows rows, AxisTypes types, int mostPoints) {
        if (rows.count() == 0) {
            return new Reduction(0, Points.NONE, Points.NONE, false, Histogram.EMPTY);
        }
        Survey survey = rows.survey(LineDecimation.runs(mostPoints));
        if (!survey.isWithin(DRAWABLE)) {
            return of(rows.within(-DRAWABLE, DRAWABLE, -DRAWABLE, DRAWABLE), types, mostPoints).ofRows(rows.count());
        }
        Indistinct indistinct = Indistinct.of(survey.whole());
        if (indistinct.isAny()) {
            return of(rows.asZero(indistinct.x(), indistinct.y()), types, mostPoints);
        }
        Histogram.Counted counted = Histogram.Counted.of(rows, survey, types, MOST_TEXT);
        Points markers = MarkerSample.of(rows, counted.grid(), survey, mostPoints);
        boolean isReordered = types.x() == AxisType.DATE && !rows.areInOrderOfX();
        Points line = isReordered ? LineDecimation.inOrderOfX(rows, survey.of(Dimension.X), mostPoints)
                : rows.pick(LineDecimation.of(survey));
        return new Reduction(rows.count(), markers, line, isReordered, counted.histogram());
    }

    /** A small slice's rows as Plotly can draw them. */
    public static Rows drawable(Rows rows) {
        if (rows.count() == 0) {
            return rows;
        }
        Indistinct indistinct = Indistinct.of(rows.survey(1).whole());
        return indistinct.isAny() ? rows.asZero(indistinct.x(), indistinct.y()) : rows;
    }

    /** Whether Plotly, given a small slice's rows, bins them itself in bins that it can draw. */
    public static boolean isLeftToPlotly(Rows rows, AxisTypes types) {
        if (rows.count() == 0) {
            return true;
        }
        Survey survey = rows.survey(1);
        return survey.isWithin(DRAWABLE) && Histogram.isLeftToPlotly(rows, survey, types);
    }

    private Reduction ofRows(int all) {
        return new Reduction(all, markers, line, isLineReordered, histogram);
    }
}
