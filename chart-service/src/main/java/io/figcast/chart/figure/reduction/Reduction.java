package io.figcast.chart.figure.reduction;

import io.figcast.chart.figure.histogram.Histogram;
import io.figcast.chart.figure.plotly.Axes;
import io.figcast.chart.figure.rows.Points;
import io.figcast.chart.figure.rows.Selection;
import io.figcast.chart.figure.rows.Survey;

/**
 * A large slice made small enough to draw.
 *
 * @param markers a representative sample of the rows
 * @param line rows that a line goes through which reaches as far as the whole one in every stretch
 * @param histogram all the rows in bins
 */
public record Reduction(Points markers, Points line, Histogram histogram) {

    /**
     * Values beyond it are left out: their squares, ranges and pixels overflow, and Plotly itself leaves them out of its
     * axes not far from there.
     */
    public static final double DRAWABLE = 1e300;

    /** Two grids of at most that many characters and 5,000 points at most make an answer of less than 1 MB. */
    private static final int MOST_TEXT = 310_000;

    /**
     * Reduces rows.
     *
     * @param axes what the columns are
     * @param mostPoints how many points the markers and the line may have, either of them
     */
    public static Reduction of(Selection rows, Axes axes, int mostPoints) {
        if (rows.count() == 0) {
            return new Reduction(rows.toPoints(), rows.toPoints(), Histogram.EMPTY);
        }
        Survey survey = Survey.of(rows, runs(mostPoints));
        if (!survey.isWithin(DRAWABLE)) {
            return of(rows.within(-DRAWABLE, DRAWABLE, -DRAWABLE, DRAWABLE), axes, mostPoints);
        }
        if (Indistinct.isAny(survey.whole())) {
            return of(Indistinct.drawnAsZero(rows, survey.whole()), axes, mostPoints);
        }
        Histogram histogram = Histogram.of(survey, axes, MOST_TEXT);
        int[] sample = MarkerSample.of(histogram.grid(), survey, mostPoints);
        return new Reduction(rows.pick(sample), rows.pick(LineDecimation.of(survey)), histogram);
    }

    /** The line alone, of rows in the order in which it goes through them. */
    public static Points line(Selection rows, int mostPoints) {
        Selection drawable = drawable(rows.within(-DRAWABLE, DRAWABLE, -DRAWABLE, DRAWABLE));
        return drawable.count() == 0 ? drawable.toPoints()
                : drawable.pick(LineDecimation.of(Survey.of(drawable, runs(mostPoints))));
    }

    private static int runs(int mostPoints) {
        return (mostPoints - 2) / LineDecimation.PER_RUN;
    }

    /** A small slice's rows as Plotly can draw them. */
    public static Selection drawable(Selection rows) {
        if (rows.count() == 0) {
            return rows;
        }
        Survey survey = Survey.of(rows, 1);
        return Indistinct.isAny(survey.whole()) ? Indistinct.drawnAsZero(rows, survey.whole()) : rows;
    }

    /** Whether Plotly, given a small slice's rows, bins them itself in bins that it can draw. */
    public static boolean isLeftToPlotly(Selection rows, Axes axes) {
        if (rows.count() == 0) {
            return true;
        }
        Survey survey = Survey.of(rows, 1);
        return survey.isWithin(DRAWABLE) && Histogram.isLeftToPlotly(survey, axes);
    }
}
