package io.figcast.reduction;

import io.figcast.reduction.rows.Extent;
import io.figcast.reduction.rows.Run;

/**
 * Columns whose values lie so close together that a screen's pixels divided by their range overflow, which makes Plotly
 * throw. Only values next to zero can: they are drawn as the zero that they look like.
 */
record Indistinct(boolean x, boolean y) {

    private static final double NARROWEST_RANGE = 1e-300;

    /** The columns whose values cannot be told apart on a screen. */
    static Indistinct of(Run whole) {
        return new Indistinct(is(whole.x()), is(whole.y()));
    }

    boolean isAny() {
        return x || y;
    }

    private static boolean is(Extent extent) {
        return extent.range() > 0 && extent.range() < NARROWEST_RANGE;
    }
}
