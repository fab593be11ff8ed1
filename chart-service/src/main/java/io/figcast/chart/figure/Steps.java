package io.figcast.chart.figure;

/**
 * The centres of equal bins along one axis.
 *
 * @param first the first bin's centre
 * @param size the distance to the next one's
 */
public record Steps(double first, double size) {
}
