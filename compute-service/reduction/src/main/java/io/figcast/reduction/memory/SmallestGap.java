package io.figcast.reduction.memory;

import java.util.Arrays;
import java.util.OptionalDouble;

import io.figcast.reduction.rows.Cells;
import io.figcast.reduction.rows.Dimension;
import io.figcast.reduction.rows.Points;
import io.figcast.reduction.rows.Spread;

/**
 * The smallest difference between two distinct values of a column. Plotly sorts the values for it. Here they are put into
 * cells as long as the difference is of no account.
 */
final class SmallestGap {

    private static final int MOST_CELLS = 1 << 21;

    private final ColumnInMemory column;
    private final Spread spread;
    private final double roundingError;

    SmallestGap(ColumnInMemory column) {
        this.column = column;
        this.spread = column.spread();
        this.roundingError = Cells.roundingError(spread);
    }

    OptionalDouble unlessBelow(double size) {
        if (spread.range() == 0) {
            return OptionalDouble.of(Cells.wholeRange(spread));
        }
        // Sizes so small beside the range occur only where squares of values underflow.
        boolean isTooSmall = spread.range() / (size / 4) + 1 > MOST_CELLS || roundingError * 4 > size;
        return isTooSmall ? OptionalDouble.of(bySorting()) : byCells(Cells.of(spread, size));
    }

    private OptionalDouble byCells(Cells cells) {
        double[] least = new double[(int) cells.count()];
        double[] greatest = new double[least.length];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        Arrays.fill(greatest, Double.NEGATIVE_INFINITY);
        double origin = cells.origin();
        double perUnit = cells.perUnit();
        boolean isOneValuePerCell = column.rows().visit(0, spread.count(), block -> {
            double[] values = column.values(block);
            for (int i = block.from(); i < block.to(); i++) {
                double value = values[i];
                int cell = (int) ((value - origin) * perUnit);
                double from = Math.min(least[cell], value);
                double to = Math.max(greatest[cell], value);
                if (to - from > roundingError) {
                    return false;
                }
                least[cell] = from;
                greatest[cell] = to;
            }
            return true;
        });
        return isOneValuePerCell ? cells.smallestGap(least, greatest) : OptionalDouble.empty();
    }

    private double bySorting() {
        Points points = column.rows().toPoints();
        double[] values = (column.axis() == Dimension.X ? points.x() : points.y()).clone();
        Arrays.parallelSort(values);
        double gap = spread.range();
        double last = values[0];
        for (double value : values) {
            if (value - last > roundingError) {
                gap = Math.min(gap, value - last);
                last = value;
            }
        }
        return gap;
    }
}
