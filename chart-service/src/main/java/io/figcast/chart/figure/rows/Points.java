package io.figcast.chart.figure.rows;

/**
 * Points to draw, in their rows' order.
 *
 * @param x the abscissae
 * @param y the ordinates, as many
 */
public record Points(double[] x, double[] y) {

    public int count() {
        return x.length;
    }
}
