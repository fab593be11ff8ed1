package io.figcast.chart.figure.rows;

/**
 * How far the values of one column reach and vary.
 *
 * @param rows the rows
 * @param axis which column
 * @param least the least value
 * @param greatest the greatest value
 * @param deviation the standard deviation (of a population), as near as sums in any order can tell
 * @param uncertainty the most by which the deviation that Plotly computes can differ, relative to it
 */
public record Spread(Selection rows, Dimension axis, double least, double greatest, double deviation, double uncertainty) {

    private static final double EPSILON = Math.ulp(1.0);

    public static Spread of(Selection rows, Dimension axis, Extent extent) {
        double least = extent.least();
        double greatest = extent.greatest();
        double sum = extent.sum();
        double squares = extent.squares();
        double count = rows.count();
        double variance = squares / count - (sum / count) * (sum / count);
        double error = 16 * count * EPSILON;
        double farthest = Math.max(Math.abs(least), Math.abs(greatest));
        // Our own rounding where the pivot is not the mean, Plotly's long sums, and the mean that it took them from.
        double uncertainty = error * squares / count / variance + error + error * farthest * error * farthest / variance;
        return new Spread(rows, axis, least, greatest, Math.sqrt(variance), uncertainty);
    }

    public double range() {
        return greatest - least;
    }

    /**
     * The standard deviation with the very rounding of Plotly, which adds one value after the other.
     *
     * @see <a href="https://github.com/plotly/plotly.js/blob/v4.1.1/src/lib/stats.js">stats.js</a>
     */
    public double exactDeviation() {
        double[] sums = new double[2];
        rows.visit(0, rows.count(), block -> {
            double[] values = axis.of(block);
            double sum = sums[0];
            for (int i = block.from(); i < block.to(); i++) {
                sum += values[i];
            }
            sums[0] = sum;
            return true;
        });
        double mean = sums[0] / rows.count();
        rows.visit(0, rows.count(), block -> {
            double[] values = axis.of(block);
            double sum = sums[1];
            for (int i = block.from(); i < block.to(); i++) {
                sum += (values[i] - mean) * (values[i] - mean);
            }
            sums[1] = sum;
            return true;
        });
        return Math.sqrt(sums[1] / rows.count());
    }
}
