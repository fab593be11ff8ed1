package io.figcast.chart.figure;

/**
 * A {@code contour} trace of bins that were counted here, drawn exactly as Plotly draws a {@code histogram2dcontour} of the
 * rows; one empty bin surrounds them on each side, so that the contours close.
 *
 * @param x the bins along x
 * @param y the bins along y
 * @param z how many rows are in each
 * @param hover the text shown for a bin
 */
public record Contour(Steps x, Steps y, Counts z, HoverText hover) implements Trace {
}
