package io.figcast.chart.figure.plotly;

/**
 * The centres of equal bins along one axis.
 *
 * @param first the first bin's centre
 * @param size the distance to the next one's
 */
public record BinCentres(double first, double size) {
}
