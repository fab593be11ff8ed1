package io.figcast.reduction.memory;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import io.figcast.reduction.Grid;
import io.figcast.reduction.Rows;
import io.figcast.reduction.Stretches;
import io.figcast.reduction.bins.Bins;
import io.figcast.reduction.rows.Column;
import io.figcast.reduction.rows.Dimension;
import io.figcast.reduction.rows.Points;
import io.figcast.reduction.rows.Run;
import io.figcast.reduction.rows.Spread;
import io.figcast.reduction.rows.Survey;

/**
 * The rows of a slice in memory: all, or those in a rectangle. A row's place is its rank, its position among them; ranks keep
 * the slice's order.
 */
public sealed interface Selection extends Rows permits AllRows, RowsWithin {

    /**
     * Visits rows in their order.
     *
     * @param from the rank of the first
     * @param to the rank behind the last
     * @param visitor sees the rows, block by block, until it answers false; it must not keep a block, whose arrays may be
     *        used again
     * @return whether all were seen
     */
    boolean visit(int from, int to, Predicate<Block> visitor);

    /** All the rows of two columns. */
    static Selection all(double[] x, double[] y) {
        return new AllRows(x, y);
    }

    /** The rows that lie in a rectangle, its borders included. */
    static Selection within(double[] x, double[] y, double x0, double x1, double y0, double y1) {
        RowsWithin rows = RowsWithin.of(x, y, new RowsWithin.Borders(x0, x1, y0, y1));
        return rows.count() == x.length ? all(x, y) : rows.count() <= AllRows.CHEAP_TO_COPY ? rows.copy() : rows;
    }

    @Override
    Selection within(double x0, double x1, double y0, double y1);

    /** A copy of the rows. */
    default Points toPoints() {
        Points points = new Points(new double[count()], new double[count()]);
        visit(0, count(), block -> {
            System.arraycopy(block.x(), block.from(), points.x(), block.rank(), block.to() - block.from());
            System.arraycopy(block.y(), block.from(), points.y(), block.rank(), block.to() - block.from());
            return true;
        });
        return points;
    }

    @Override
    default Survey survey(int runs) {
        return Surveys.of(this, runs);
    }

    @Override
    default List<Run> alongX(Stretches stretches) {
        return Surveys.alongX(this, stretches);
    }

    @Override
    default boolean areInOrderOfX() {
        return OrderByX.isOrdered(this);
    }

    @Override
    default Column column(Dimension axis, Survey survey) {
        return new ColumnInMemory(this, axis, Spread.of(count(), survey.of(axis)));
    }

    @Override
    default Grid grid(Bins x, Bins y, boolean isEveryRowInside) {
        return GridCount.of(this, x, y, isEveryRowInside);
    }

    @Override
    default Points pick(long[] places, int[] ranks) {
        return pick(LongStream.concat(LongStream.of(places), IntStream.of(ranks).asLongStream()).mapToInt(rank -> (int) rank)
                .sorted().distinct().toArray());
    }

    /** A copy of some of the rows, whose ranks ascend. */
    default Points pick(int[] ranks) {
        Points points = new Points(new double[ranks.length], new double[ranks.length]);
        int[] picked = new int[1];
        visit(0, count(), block -> {
            int toIndex = block.from() - block.rank();
            while (picked[0] < ranks.length && ranks[picked[0]] + toIndex < block.to()) {
                points.x()[picked[0]] = block.x()[ranks[picked[0]] + toIndex];
                points.y()[picked[0]] = block.y()[ranks[picked[0]] + toIndex];
                picked[0]++;
            }
            return picked[0] < ranks.length;
        });
        return points;
    }

    @Override
    default Selection asZero(boolean x, boolean y) {
        Points points = toPoints();
        return all(x ? new double[count()] : points.x(), y ? new double[count()] : points.y());
    }

    @Override
    default boolean answerInParallel() {
        return Shares.of(count()) > 1;
    }
}
