package io.figcast.chart.figure.reduction;

import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The rows that lie in a rectangle. They are picked out anew on every visit, a block at a time, so that a large slice is
 * never copied; how many lie in each block is counted once, which gives the ranks.
 */
final class RowsWithin implements Rows {

    private static final int BLOCK = 1 << 13;

    private final double[] x;
    private final double[] y;
    private final Borders borders;
    private final int[] firstRanks;

    private RowsWithin(double[] x, double[] y, Borders borders, int[] firstRanks) {
        this.x = x;
        this.y = y;
        this.borders = borders;
        this.firstRanks = firstRanks;
    }

    static RowsWithin of(double[] x, double[] y, Borders borders) {
        int blocks = (x.length + BLOCK - 1) / BLOCK;
        int[] ranks = new int[blocks + 1];
        IntStream.range(0, blocks).parallel()
                .forEach(block -> ranks[block + 1] = borders.count(x, y, block * BLOCK, end(x, block)));
        Arrays.parallelPrefix(ranks, Integer::sum);
        return new RowsWithin(x, y, borders, ranks);
    }

    @Override
    public int count() {
        return firstRanks[firstRanks.length - 1];
    }

    Rows copy() {
        Points points = toPoints();
        return Rows.all(points.x(), points.y());
    }

    @Override
    public Rows between(double least, double greatest) {
        return Rows.within(x, y, Math.max(borders.x0, least), Math.min(borders.x1, greatest),
                Math.max(borders.y0, least), Math.min(borders.y1, greatest));
    }

    @Override
    public boolean visit(int from, int to, Predicate<Block> visitor) {
        double[] chosenX = new double[BLOCK];
        double[] chosenY = new double[BLOCK];
        for (int block = blockOf(from); block < firstRanks.length - 1 && firstRanks[block] < to; block++) {
            borders.choose(x, y, block * BLOCK, end(x, block), chosenX, chosenY);
            int rank = firstRanks[block];
            int first = Math.max(from - rank, 0);
            int last = Math.min(to, firstRanks[block + 1]) - rank;
            if (first < last && !visitor.test(new Block(chosenX, chosenY, first, last, rank + first))) {
                return false;
            }
        }
        return true;
    }

    private int blockOf(int rank) {
        int found = Arrays.binarySearch(firstRanks, rank);
        return found >= 0 ? found : -found - 2;
    }

    private static int end(double[] x, int block) {
        return Math.min(x.length, (block + 1) * BLOCK);
    }

    /** A rectangle. */
    record Borders(double x0, double x1, double y0, double y1) {

        int count(double[] x, double[] y, int from, int to) {
            int count = 0;
            for (int i = from; i < to; i++) {
                count += contains(x[i], y[i]);
            }
            return count;
        }

        void choose(double[] x, double[] y, int from, int to, double[] chosenX, double[] chosenY) {
            int count = 0;
            for (int i = from; i < to; i++) {
                // Written always and kept only if it counts: without a branch that the processor could mispredict.
                chosenX[count] = x[i];
                chosenY[count] = y[i];
                count += contains(x[i], y[i]);
            }
        }

        private int contains(double x, double y) {
            return (x >= x0 ? 1 : 0) & (x <= x1 ? 1 : 0) & (y >= y0 ? 1 : 0) & (y <= y1 ? 1 : 0);
        }
    }
}
