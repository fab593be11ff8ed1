package io.figcast.chart.slice;

import org.jspecify.annotations.Nullable;

import io.figcast.reduction.ReducedSlice;

/**
 * The rows of one category: two columns of the same length, in the order of the dataset's query, every value finite. The
 * arrays are shared, not copied (a slice may hold 160 MB): nobody writes to them.
 *
 * @param x the first column
 * @param y the second column
 * @param xType what the values of x are
 * @param yType the same of y
 * @param reduced what stands for the rows where there are too many of them to be here; then there is none
 */
public record Slice(double[] x, double[] y, ColumnType xType, ColumnType yType, @Nullable ReducedSlice reduced) {

    public Slice {
        if (x.length != y.length) {
            throw new IllegalArgumentException("x has " + x.length + " rows, y has " + y.length);
        }
    }

    /** Rows. */
    public Slice(double[] x, double[] y, ColumnType xType, ColumnType yType) {
        this(x, y, xType, yType, null);
    }

    /** Two columns of numbers. */
    public Slice(double[] x, double[] y) {
        this(x, y, ColumnType.NUMBER, ColumnType.NUMBER);
    }

    public int rows() {
        return x.length;
    }
}
