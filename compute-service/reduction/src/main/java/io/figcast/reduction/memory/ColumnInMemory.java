package io.figcast.reduction.memory;

import java.time.LocalDate;
import java.util.OptionalDouble;

import io.figcast.reduction.rows.Column;
import io.figcast.reduction.rows.Dimension;
import io.figcast.reduction.rows.ExactDates;
import io.figcast.reduction.rows.NearEdges;
import io.figcast.reduction.rows.Spread;

/**
 * The passes over one column. Which values are near an edge is decided by one multiplication each, within bounds.
 */
record ColumnInMemory(Selection rows, Dimension axis, Spread spread) implements Column {

    private static final double TOLERANCE = 1e-6;
    private static final long DAY = 86_400_000;

    double[] values(Block block) {
        return axis == Dimension.X ? block.x() : block.y();
    }

    @Override
    public double exactDeviation() {
        double[] sums = new double[2];
        rows.visit(0, rows.count(), block -> {
            double[] values = values(block);
            double sum = sums[0];
            for (int i = block.from(); i < block.to(); i++) {
                sum += values[i];
            }
            sums[0] = sum;
            return true;
        });
        double mean = sums[0] / rows.count();
        rows.visit(0, rows.count(), block -> {
            double[] values = values(block);
            double sum = sums[1];
            for (int i = block.from(); i < block.to(); i++) {
                sum += (values[i] - mean) * (values[i] - mean);
            }
            sums[1] = sum;
            return true;
        });
        return Math.sqrt(sums[1] / rows.count());
    }

    @Override
    public boolean areWholeNumbers() {
        return rows.visit(0, rows.count(), block -> {
            double[] values = values(block);
            for (int i = block.from(); i < block.to(); i++) {
                if (values[i] != Math.rint(values[i])) {
                    return false;
                }
            }
            return true;
        });
    }

    @Override
    public NearEdges nearEdges(double start, double size) {
        int[] counts = new int[4];
        double perSize = 1 / size;
        double surelyAtEdge = 0.01 - TOLERANCE;
        double maybeAtEdge = 0.01 + TOLERANCE;
        double maybeInMiddle = 0.49 - TOLERANCE;
        double surelyInMiddle = 0.49 + TOLERANCE;
        rows.visit(0, rows.count(), block -> {
            double[] values = values(block);
            int leastAtEdge = 0;
            int mostAtEdge = 0;
            int leastInMiddle = 0;
            int mostInMiddle = 0;
            for (int i = block.from(); i < block.to(); i++) {
                double position = (values[i] - start) * perSize;
                double fromEdge = Math.abs(position - Math.rint(position));
                leastAtEdge += fromEdge < surelyAtEdge ? 1 : 0;
                mostAtEdge += fromEdge < maybeAtEdge ? 1 : 0;
                leastInMiddle += fromEdge > surelyInMiddle ? 1 : 0;
                mostInMiddle += fromEdge > maybeInMiddle ? 1 : 0;
            }
            counts[0] += leastAtEdge;
            counts[1] += mostAtEdge;
            counts[2] += leastInMiddle;
            counts[3] += mostInMiddle;
            return true;
        });
        return new NearEdges(counts[0], counts[1], counts[2], counts[3]);
    }

    @Override
    public NearEdges exactlyNearEdges(double start, double size) {
        int[] counts = new int[2];
        rows.visit(0, rows.count(), block -> {
            double[] values = values(block);
            for (int i = block.from(); i < block.to(); i++) {
                counts[0] += NearEdges.isNearEdge(values[i], start, size) ? 1 : 0;
                counts[1] += NearEdges.isNearEdge(values[i] + size / 2, start, size) ? 1 : 0;
            }
            return true;
        });
        return NearEdges.exactly(counts[0], counts[1]);
    }

    @Override
    public ExactDates exactDates() {
        int[] counts = new int[3];
        rows.visit(0, rows.count(), block -> {
            double[] values = values(block);
            for (int i = block.from(); i < block.to(); i++) {
                if ((long) values[i] % DAY == 0 && values[i] == Math.rint(values[i])) {
                    count(LocalDate.ofEpochDay((long) values[i] / DAY), counts);
                }
            }
            return true;
        });
        return new ExactDates(counts[0], counts[1], counts[2]);
    }

    private static void count(LocalDate date, int[] counts) {
        counts[2]++;
        if (date.getDayOfMonth() == 1) {
            counts[1]++;
            counts[0] += date.getMonthValue() == 1 ? 1 : 0;
        }
    }

    @Override
    public OptionalDouble smallestGap(double size) {
        return new SmallestGap(this).unlessBelow(size);
    }
}
