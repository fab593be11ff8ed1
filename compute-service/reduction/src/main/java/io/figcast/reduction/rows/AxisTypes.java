package io.figcast.reduction.rows;

/**
 * What the two axes show.
 *
 * @param x the horizontal one
 * @param y the vertical one
 */
public record AxisTypes(AxisType x, AxisType y) {

    public static final AxisTypes NUMBERS = new AxisTypes(AxisType.LINEAR, AxisType.LINEAR);
}
