package io.figcast.chart.figure.reduction;

/**
 * One of the two columns.
 */
enum Axis {
    X,
    Y;

    double[] of(Block block) {
        return this == X ? block.x() : block.y();
    }
}
