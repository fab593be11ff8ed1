package io.figcast.chart.figure;

/**
 * A {@code histogram2d} trace: the rows, which Plotly bins.
 *
 * @param x the abscissae
 * @param y the ordinates, as many
 * @param hover the text shown for a bin
 */
public record Histogram2d(double[] x, double[] y, HoverText hover) implements Trace {
}
