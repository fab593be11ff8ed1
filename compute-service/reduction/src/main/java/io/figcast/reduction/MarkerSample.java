package io.figcast.reduction;

import java.util.Arrays;
import java.util.stream.LongStream;

import io.figcast.reduction.rows.Points;
import io.figcast.reduction.rows.Run;
import io.figcast.reduction.rows.Survey;

/**
 * Which rows are drawn as markers: the first row of every patch of the plane that has any, so that outliers and outlines
 * stay, and beyond them rows drawn evenly from the whole slice, so that crowded places stay crowded. The patches are as small
 * as half of the markers allow. The drawing is by the rows' ranks and a seed made of their number and extremes: the same slice
 * has the same markers, always and everywhere.
 */
final class MarkerSample {

    private static final int EXTREMES = 4;

    private MarkerSample() {
    }

    /**
     * The markers, in the order of their rows.
     *
     * @param grid the counted rows
     * @param survey where the extremes are
     * @param most how many markers there may be
     */
    static Points of(Rows rows, Grid grid, Survey survey, int most) {
        Run whole = survey.whole();
        LongStream.Builder chosen = LongStream.builder().add(whole.x().leastPlace()).add(whole.x().greatestPlace())
                .add(whole.y().leastPlace()).add(whole.y().greatestPlace());
        int times = 1;
        Grid patches = grid;
        while (patches.occupied() > most / 2) {
            times *= 2;
            patches = grid.merged(times, times);
        }
        for (int patch = 0; patch < patches.counts().length; patch++) {
            if (patches.counts()[patch] > 0) {
                chosen.add(patches.firsts()[patch]);
            }
        }
        return rows.pick(chosen.build().sorted().distinct().toArray(), evenly(survey, most - EXTREMES - patches.occupied()));
    }

    /** The rank of one row of each of equally long runs of rows. */
    private static int[] evenly(Survey survey, int draws) {
        Run whole = survey.whole();
        long random = Arrays.hashCode(new double[] { survey.count(), whole.x().least(), whole.x().greatest(),
                whole.y().least(), whole.y().greatest() });
        int[] ranks = new int[draws];
        for (int draw = 0; draw < draws; draw++) {
            long from = (long) survey.count() * draw / draws;
            long to = (long) survey.count() * (draw + 1) / draws;
            random = mixed(random + draw);
            ranks[draw] = (int) (from + Long.remainderUnsigned(random, Math.max(1, to - from)));
        }
        return ranks;
    }

    /** The finalizer of SplitMix64: any input's bits end up all over the output. */
    private static long mixed(long value) {
        long mixed = value + 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
