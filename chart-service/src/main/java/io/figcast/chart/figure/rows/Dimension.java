package io.figcast.chart.figure.rows;

/**
 * One of the two columns.
 */
public enum Dimension {
    X,
    Y;

    public double[] of(Block block) {
        return this == X ? block.x() : block.y();
    }
}
