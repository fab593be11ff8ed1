package io.figcast.reduction.rows;

/**
 * Points to draw, in their rows' order.
 *
 * @param x the abscissae
 * @param y the ordinates, as many
 */
public record Points(double[] x, double[] y) {

    public static final Points NONE = new Points(new double[0], new double[0]);

    public int count() {
        return x.length;
    }
}
