package io.figcast.chart.figure.plotly;

/**
 * How many rows fell into each bin of a grid.
 *
 * @param rows how many bins there are along y
 * @param columns how many bins there are along x
 * @param values the counts, row by row
 */
public record Counts(int rows, int columns, int[] values) {

    public Counts {
        if (values.length != rows * columns) {
            throw new IllegalArgumentException(rows + " × " + columns + " bins, but " + values.length + " counts");
        }
    }
}
