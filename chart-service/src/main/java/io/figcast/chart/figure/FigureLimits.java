package io.figcast.chart.figure;

/**
 * What a browser draws comfortably.
 *
 * @param maxPoints up to how many rows travel as they are, and how many points a reduced figure has at most
 */
public record FigureLimits(int maxPoints) {

    public static final FigureLimits DEFAULTS = new FigureLimits(5_000);

    public FigureLimits {
        if (maxPoints < 100) {
            throw new IllegalArgumentException("Figures need at least 100 points, not " + maxPoints);
        }
    }
}
