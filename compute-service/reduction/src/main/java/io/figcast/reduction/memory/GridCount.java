package io.figcast.reduction.memory;

import java.util.List;

import io.figcast.reduction.Grid;
import io.figcast.reduction.bins.Bins;
import io.figcast.reduction.bins.EvenBins;

/**
 * The loops that count rows in the bins of a grid.
 */
record GridCount(Bins x, Bins y, int[] counts, long[] firsts) {

    static Grid of(Selection rows, Bins x, Bins y, boolean isEveryRowInside) {
        int shares = Shares.of(rows.count());
        List<Grid> grids = Shares.each(shares, share -> {
            int[] counts = new int[x.count() * y.count()];
            long[] firsts = new long[counts.length];
            GridCount count = new GridCount(x, y, counts, firsts);
            int from = Shares.begin(share, shares, rows.count());
            int to = Shares.begin(share + 1, shares, rows.count());
            boolean[] clear = { isEveryRowInside };
            if (isEveryRowInside && x instanceof EvenBins evenX && y instanceof EvenBins evenY) {
                rows.visit(from, to, block -> {
                    clear[0] &= count.addInside(block, evenX, evenY);
                    return true;
                });
            } else {
                clear[0] = false;
                rows.visit(from, to, count::add);
            }
            return new Grid(x, y, counts, firsts, clear[0]);
        });
        return grids.stream().reduce(Grid::plus).orElseThrow();
    }

    /**
     * Counts rows that all lie within even bins.
     *
     * @param x the bins along x, as such
     * @param y the bins along y, as such
     * @return whether none of them lies at an edge, but for rounding
     */
    boolean addInside(Block block, EvenBins x, EvenBins y) {
        double[] valuesX = block.x();
        double[] valuesY = block.y();
        int toRank = block.rank() - block.from();
        int width = x.count();
        double nearX = x.tolerance();
        double nearY = y.tolerance();
        boolean isClear = true;
        for (int i = block.from(); i < block.to(); i++) {
            double positionX = x.position(valuesX[i]);
            double positionY = y.position(valuesY[i]);
            int column = (int) positionX;
            int row = (int) positionY;
            if (isNear(positionX - column, nearX) || isNear(positionY - row, nearY)) {
                isClear = false;
            }
            int bin = row * width + column;
            if (counts[bin]++ == 0) {
                firsts[bin] = i + toRank;
            }
        }
        return isClear;
    }

    /** Counts those of the rows that lie within the bins. */
    boolean add(Block block) {
        for (int i = block.from(); i < block.to(); i++) {
            int column = x.indexOf(block.x()[i]);
            int row = y.indexOf(block.y()[i]);
            if (column >= 0 && column < x.count() && row >= 0 && row < y.count()) {
                int bin = row * x.count() + column;
                if (counts[bin]++ == 0) {
                    firsts[bin] = i - block.from() + block.rank();
                }
            }
        }
        return true;
    }

    private static boolean isNear(double beyondEdge, double tolerance) {
        return beyondEdge < tolerance || beyondEdge > 1 - tolerance;
    }
}
