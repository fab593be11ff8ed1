package io.figcast.chart.figure;

/**
 * A {@code scatter} trace of one line through the rows in their order.
 *
 * @param x the abscissae
 * @param y the ordinates, as many
 * @param shape how two rows are joined
 * @param hover the text shown for a row
 */
public record Lines(double[] x, double[] y, Shape shape, HoverText hover) implements Trace {

    /** A spline for all rows; straight for a decimated line, where a spline would overshoot the extremes that were kept. */
    public enum Shape {
        SPLINE("spline"),
        LINEAR("linear");

        private final String wireName;

        Shape(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }
    }
}
