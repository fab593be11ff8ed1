package io.figcast.compute.source.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.figcast.reduction.BinnedCounts;
import io.figcast.reduction.ReducedSlice;
import io.figcast.reduction.bins.MonthBins;
import io.figcast.reduction.rows.Points;

final class Reductions {

    private Reductions() {
    }

    /** The same to the last bit. */
    static void assertEqual(ReducedSlice one, ReducedSlice other) {
        assertThat(one.reduction().rows()).as("rows").isEqualTo(other.reduction().rows());
        assertEqual("heat", one.reduction().histogram().heat(), other.reduction().histogram().heat());
        assertEqual("contour", one.reduction().histogram().contour(), other.reduction().histogram().contour());
        assertEqual("markers", one.reduction().markers(), other.reduction().markers());
        assertThat(one.reduction().isLineReordered()).as("reordered").isEqualTo(other.reduction().isLineReordered());
        assertEqual("line", one.reduction().line(), other.reduction().line());
        assertThat(one.points()).as("points").isEqualTo(other.points());
        assertThat(one.bins()).as("bins").isEqualTo(other.bins());
    }

    private static void assertEqual(String name, Points one, Points other) {
        assertThat(one.x()).as("x of the " + name).isEqualTo(other.x());
        assertThat(one.y()).as("y of the " + name).isEqualTo(other.y());
    }

    private static void assertEqual(String name, BinnedCounts one, BinnedCounts other) {
        assertThat(text(one)).as("bins of the " + name).isEqualTo(text(other));
        assertThat(one.counts()).as("counts of the " + name).isEqualTo(other.counts());
    }

    private static String text(BinnedCounts counts) {
        return text(counts.x()) + " by " + text(counts.y());
    }

    private static String text(io.figcast.reduction.bins.Bins bins) {
        return bins instanceof MonthBins months ? java.util.Arrays.toString(months.edges()) : bins.toString();
    }
}
