package io.figcast.reduction.rows;

/**
 * One of the two columns.
 */
public enum Dimension {
    X,
    Y
}
