package io.figcast.chart.figure;

/**
 * A {@code scatter} trace of markers, one per row.
 *
 * @param x the abscissae
 * @param y the ordinates, as many
 * @param hover the text shown for a marker
 */
public record Markers(double[] x, double[] y, HoverText hover) implements Trace {
}
