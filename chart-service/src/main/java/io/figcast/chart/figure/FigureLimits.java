package io.figcast.chart.figure;

/**
 * What a browser draws comfortably.
 *
 * @param maxPoints up to how many rows travel as they are
 */
public record FigureLimits(int maxPoints) {

    public static final FigureLimits DEFAULTS = new FigureLimits(5_000);

    public FigureLimits {
        if (maxPoints < 100) {
            throw new IllegalArgumentException("Figures need at least 100 points, not " + maxPoints);
        }
    }

    /** How many points the markers and the line of a large slice have: some fewer, since bins travel beside them. */
    int reducedPoints() {
        return maxPoints * 7 / 10;
    }
}
