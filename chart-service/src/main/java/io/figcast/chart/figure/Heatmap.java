package io.figcast.chart.figure;

/**
 * A {@code heatmap} trace of bins that were counted here, drawn exactly as Plotly draws a {@code histogram2d} of the rows.
 *
 * @param x the bins along x
 * @param y the bins along y
 * @param z how many rows are in each
 * @param hover the text shown for a bin
 */
public record Heatmap(Steps x, Steps y, Counts z, HoverText hover) implements Trace {
}
