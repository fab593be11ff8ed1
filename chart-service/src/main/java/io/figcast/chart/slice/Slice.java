package io.figcast.chart.slice;

/**
 * The rows of one category: two columns of the same length, in the order of the dataset's query, every value finite. The
 * arrays are shared, not copied (a slice may hold 160 MB): nobody writes to them.
 *
 * @param x the first column
 * @param y the second column
 * @param xType what the values of x are
 * @param yType the same of y
 */
public record Slice(double[] x, double[] y, ColumnType xType, ColumnType yType) {

    public Slice {
        if (x.length != y.length) {
            throw new IllegalArgumentException("x has " + x.length + " rows, y has " + y.length);
        }
    }

    /** Two columns of numbers. */
    public Slice(double[] x, double[] y) {
        this(x, y, ColumnType.NUMBER, ColumnType.NUMBER);
    }

    public int rows() {
        return x.length;
    }
}
