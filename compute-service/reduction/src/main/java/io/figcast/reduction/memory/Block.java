package io.figcast.reduction.memory;

/**
 * A run of rows as loops read them: two arrays and the part of them that counts.
 *
 * @param x the first column
 * @param y the second column
 * @param from the first index of the run
 * @param to the index behind its last
 * @param rank which of the chosen rows the first index holds, counted from 0
 */
public record Block(double[] x, double[] y, int from, int to, int rank) {
}
