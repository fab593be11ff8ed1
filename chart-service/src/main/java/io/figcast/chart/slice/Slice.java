package io.figcast.chart.slice;

/**
 * The rows of one category: two columns of the same length, in the order of the dataset's query, every value finite. The
 * arrays are shared, not copied (a slice may hold 160 MB): nobody writes to them.
 *
 * @param x the first column
 * @param y the second column
 */
public record Slice(double[] x, double[] y) {

    public Slice {
        if (x.length != y.length) {
            throw new IllegalArgumentException("x has " + x.length + " rows, y has " + y.length);
        }
    }

    public int rows() {
        return x.length;
    }
}
