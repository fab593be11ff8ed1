package io.figcast.reduction.memory;

import java.util.Arrays;

/**
 * About where the columns lie: the middle of some of their values, so that no single outlier decides.
 */
final class Pivot {

    private static final int VALUES = 31;

    private Pivot() {
    }

    /** The pivot of x, then that of y. */
    static double[] of(Selection rows) {
        int count = Math.min(VALUES, rows.count());
        double[] x = new double[count];
        double[] y = new double[count];
        for (int i = 0; i < count; i++) {
            int value = i;
            int rank = Shares.begin(i, count, rows.count());
            rows.visit(rank, rank + 1, block -> {
                x[value] = block.x()[block.from()];
                y[value] = block.y()[block.from()];
                return true;
            });
        }
        Arrays.sort(x);
        Arrays.sort(y);
        return new double[] { x[count / 2], y[count / 2] };
    }
}
