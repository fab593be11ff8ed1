package io.figcast.reduction.memory;

import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import io.figcast.reduction.rows.Points;

/**
 * The rows that lie in a rectangle. Which ones do is kept as a bit each, and how many of each block, which gives the ranks;
 * blocks are put together anew on every visit, so that a large slice is never copied.
 */
final class RowsWithin implements Selection {

    private static final int WORDS = 1 << 7;
    private static final int BLOCK = WORDS * Long.SIZE;

    private final double[] x;
    private final double[] y;
    private final Borders borders;
    private final long[] inside;
    private final int[] firstRanks;

    private RowsWithin(double[] x, double[] y, Borders borders, long[] inside, int[] firstRanks) {
        this.x = x;
        this.y = y;
        this.borders = borders;
        this.inside = inside;
        this.firstRanks = firstRanks;
    }

    static RowsWithin of(double[] x, double[] y, Borders borders) {
        int blocks = (x.length + BLOCK - 1) / BLOCK;
        long[] inside = new long[blocks * WORDS];
        int[] ranks = new int[blocks + 1];
        IntStream.range(0, blocks).parallel().forEach(block -> {
            int count = 0;
            for (int word = block * WORDS; word < (block + 1) * WORDS; word++) {
                inside[word] = borders.choose(x, y, word * Long.SIZE);
                count += Long.bitCount(inside[word]);
            }
            ranks[block + 1] = count;
        });
        Arrays.parallelPrefix(ranks, Integer::sum);
        return new RowsWithin(x, y, borders, inside, ranks);
    }

    @Override
    public int count() {
        return firstRanks[firstRanks.length - 1];
    }

    Selection copy() {
        Points points = toPoints();
        return Selection.all(points.x(), points.y());
    }

    @Override
    public Selection within(double x0, double x1, double y0, double y1) {
        return Selection.within(x, y, Math.max(borders.x0, x0), Math.min(borders.x1, x1),
                Math.max(borders.y0, y0), Math.min(borders.y1, y1));
    }

    @Override
    public Points pick(int[] ranks) {
        int[] rows = IntStream.of(ranks).map(this::row).toArray();
        return new Points(IntStream.of(rows).mapToDouble(row -> x[row]).toArray(),
                IntStream.of(rows).mapToDouble(row -> y[row]).toArray());
    }

    @Override
    public boolean visit(int from, int to, Predicate<Block> visitor) {
        double[] chosenX = new double[BLOCK];
        double[] chosenY = new double[BLOCK];
        for (int block = blockOf(from); block < firstRanks.length - 1 && firstRanks[block] < to; block++) {
            gather(block, chosenX, chosenY);
            int rank = firstRanks[block];
            int first = Math.max(from - rank, 0);
            int last = Math.min(to, firstRanks[block + 1]) - rank;
            if (first < last && !visitor.test(new Block(chosenX, chosenY, first, last, rank + first))) {
                return false;
            }
        }
        return true;
    }

    private void gather(int block, double[] chosenX, double[] chosenY) {
        int count = 0;
        for (int word = block * WORDS; word < (block + 1) * WORDS; word++) {
            long bits = inside[word];
            int row = word * Long.SIZE;
            if (bits == -1L) {
                System.arraycopy(x, row, chosenX, count, Long.SIZE);
                System.arraycopy(y, row, chosenY, count, Long.SIZE);
                count += Long.SIZE;
            } else {
                for (; bits != 0; bits &= bits - 1) {
                    int chosen = row + Long.numberOfTrailingZeros(bits);
                    chosenX[count] = x[chosen];
                    chosenY[count++] = y[chosen];
                }
            }
        }
    }

    private int row(int rank) {
        int block = blockOf(rank);
        while (firstRanks[block + 1] <= rank) {
            block++;
        }
        int before = rank - firstRanks[block];
        int word = block * WORDS;
        for (; before >= Long.bitCount(inside[word]); word++) {
            before -= Long.bitCount(inside[word]);
        }
        long bits = inside[word];
        for (; before > 0; before--) {
            bits &= bits - 1;
        }
        return word * Long.SIZE + Long.numberOfTrailingZeros(bits);
    }

    private int blockOf(int rank) {
        int found = Arrays.binarySearch(firstRanks, rank);
        return found >= 0 ? found : -found - 2;
    }

    /** A rectangle. */
    record Borders(double x0, double x1, double y0, double y1) {

        /** Which of 64 rows lie in it, a bit each. */
        long choose(double[] x, double[] y, int from) {
            int to = Math.min(x.length, from + Long.SIZE);
            long bits = 0;
            for (int row = from; row < to; row++) {
                bits |= contains(x[row], y[row]) << row;
            }
            return bits;
        }

        private long contains(double x, double y) {
            return (x >= x0 ? 1L : 0) & (x <= x1 ? 1L : 0) & (y >= y0 ? 1L : 0) & (y <= y1 ? 1L : 0);
        }
    }
}
