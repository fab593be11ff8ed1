package io.figcast.reduction.rows;

/**
 * How far the values of one column reach and vary.
 *
 * @param count how many there are
 * @param least the least value
 * @param greatest the greatest value
 * @param deviation the standard deviation (of a population), as near as sums in any order can tell
 * @param uncertainty the most by which the deviation that Plotly computes can differ, relative to it
 */
public record Spread(int count, double least, double greatest, double deviation, double uncertainty) {

    private static final double EPSILON = Math.ulp(1.0);

    public static Spread of(int rows, Extent extent) {
        double count = rows;
        double least = extent.least();
        double greatest = extent.greatest();
        double sum = extent.sum();
        double squares = extent.squares();
        double variance = squares / count - (sum / count) * (sum / count);
        double error = 16 * count * EPSILON;
        double farthest = Math.max(Math.abs(least), Math.abs(greatest));
        // Our own rounding where the pivot is not the mean, Plotly's long sums, and the mean that it took them from.
        double uncertainty = error * squares / count / variance + error + error * farthest * error * farthest / variance;
        return new Spread(rows, least, greatest, Math.sqrt(variance), uncertainty);
    }

    public double range() {
        return greatest - least;
    }
}
