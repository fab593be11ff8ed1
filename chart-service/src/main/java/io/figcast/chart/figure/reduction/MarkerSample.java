package io.figcast.chart.figure.reduction;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

import io.figcast.chart.figure.histogram.Grid;
import io.figcast.chart.figure.rows.Shares;
import io.figcast.chart.figure.rows.Survey;

/**
 * Which rows are drawn as markers: the first row of every patch of the plane that has any, so that outliers and outlines
 * stay, and beyond them rows drawn evenly from the whole slice, so that crowded places stay crowded. The patches are as small
 * as half of the markers allow. The drawing is by the rows' ranks and a seed made of their values: the same slice has the
 * same markers, always and everywhere.
 */
final class MarkerSample {

    private MarkerSample() {
    }

    /**
     * The rows' ranks, ascending.
     *
     * @param grid the counted rows
     * @param survey where the extremes are
     * @param most how many markers there may be
     */
    static int[] of(Grid grid, Survey survey, int most) {
        BitSet chosen = new BitSet(survey.rows().count());
        extremes(survey).forEach(chosen::set);
        int times = 1;
        Grid patches = grid;
        while (patches.occupied() > most / 2) {
            times *= 2;
            patches = grid.merged(times, times);
        }
        for (int patch = 0; patch < patches.counts().length; patch++) {
            if (patches.counts()[patch] > 0) {
                chosen.set(patches.firsts()[patch]);
            }
        }
        drawEvenly(survey, most - chosen.cardinality(), chosen);
        return chosen.stream().toArray();
    }

    private static IntStream extremes(Survey survey) {
        Survey.Run run = survey.whole();
        return IntStream.of(run.x().leastRank(), run.x().greatestRank(), run.y().leastRank(), run.y().greatestRank());
    }

    /** One row of each of equally long runs of rows. */
    private static void drawEvenly(Survey survey, int draws, BitSet chosen) {
        long random = Arrays.hashCode(new double[] { survey.whole().x().sum(), survey.whole().y().sum() });
        for (int draw = 0; draw < draws; draw++) {
            int from = Shares.begin(draw, draws, survey.rows().count());
            int to = Shares.begin(draw + 1, draws, survey.rows().count());
            random = mixed(random + draw);
            chosen.set(from + (int) Long.remainderUnsigned(random, Math.max(1, to - from)));
        }
    }

    /** The finalizer of SplitMix64: any input's bits end up all over the output. */
    private static long mixed(long value) {
        long mixed = value + 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
