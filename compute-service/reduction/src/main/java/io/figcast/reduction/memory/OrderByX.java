package io.figcast.reduction.memory;

import java.util.Arrays;

import io.figcast.reduction.rows.Points;

/**
 * Puts rows in the order of x; those with the same x stay in the order in which they are. Rows that come as a few runs, each
 * in order, as those of several files do, are merged by runs.
 */
public final class OrderByX {

    private final double[] x;
    private int[] from;
    private int[] to;

    private OrderByX(double[] x) {
        this.x = x;
        this.from = new int[x.length];
        Arrays.setAll(from, i -> i);
        this.to = new int[x.length];
    }

    /** Whether x never falls from one row to the next. */
    public static boolean isOrdered(Selection rows) {
        double[] last = { Double.NEGATIVE_INFINITY };
        return rows.visit(0, rows.count(), block -> {
            for (int i = block.from(); i < block.to(); i++) {
                if (block.x()[i] < last[0]) {
                    return false;
                }
                last[0] = block.x()[i];
            }
            return true;
        });
    }

    /** A copy of the rows in the order of x. */
    public static Selection of(Selection rows) {
        Points points = rows.toPoints();
        int[] order = new OrderByX(points.x()).sorted();
        double[] x = new double[order.length];
        double[] y = new double[order.length];
        for (int i = 0; i < order.length; i++) {
            x[i] = points.x()[order[i]];
            y[i] = points.y()[order[i]];
        }
        return Selection.all(x, y);
    }

    /** Merges pairs of neighbouring runs until one is left. */
    private int[] sorted() {
        boolean isOneRun = x.length == 0;
        while (!isOneRun) {
            int runs = 0;
            for (int start = 0; start < from.length; runs++) {
                int middle = endOfRun(start);
                int end = middle < from.length ? endOfRun(middle) : middle;
                merge(start, middle, end);
                start = end;
            }
            int[] merged = to;
            to = from;
            from = merged;
            isOneRun = runs == 1;
        }
        return from;
    }

    private int endOfRun(int start) {
        int end = start + 1;
        while (end < from.length && x[from[end - 1]] <= x[from[end]]) {
            end++;
        }
        return end;
    }

    private void merge(int start, int middle, int end) {
        int left = start;
        int right = middle;
        for (int i = start; i < end; i++) {
            boolean isLeft = right == end || left < middle && x[from[left]] <= x[from[right]];
            to[i] = isLeft ? from[left++] : from[right++];
        }
    }
}
