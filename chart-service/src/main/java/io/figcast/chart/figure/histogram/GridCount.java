package io.figcast.chart.figure.histogram;

import io.figcast.chart.figure.bins.Bins;
import io.figcast.chart.figure.bins.EvenBins;
import io.figcast.chart.figure.rows.Block;

/**
 * The loops that count rows in the bins of a grid.
 */
public record GridCount(Bins x, Bins y, int[] counts, int[] firsts) {

    /**
     * Counts rows that all lie within even bins.
     *
     * @param x the bins along x, as such
     * @param y the bins along y, as such
     * @return whether none of them lies at an edge, but for rounding
     */
    public boolean addInside(Block block, EvenBins x, EvenBins y) {
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
    public boolean add(Block block) {
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
