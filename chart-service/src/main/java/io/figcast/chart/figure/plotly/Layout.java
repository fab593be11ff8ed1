package io.figcast.chart.figure.plotly;

import java.util.Optional;

/**
 * A figure's layout: the original's margins, the axes, what the figure shows, and the axes' range if it is of one region
 * only.
 *
 * @param axes the axes
 * @param shown how much of the slice the figure shows, and how; written as {@code meta}
 * @param region what the axes show; everything if absent
 */
public record Layout(Axes axes, Shown shown, Optional<Region> region) {

    public static final int MARGIN_LEFT = 20;
    public static final int MARGIN_RIGHT = 10;
    public static final int MARGIN_BOTTOM = 20;
    public static final int MARGIN_TOP = 10;

    public static Layout of(Axes axes, Shown shown) {
        return new Layout(axes, shown, Optional.empty());
    }

    public static Layout of(Axes axes, Shown shown, Region region) {
        return new Layout(axes, shown, Optional.of(region));
    }
}
