package io.figcast.compute.source.sql;

import java.util.Objects;
import java.util.function.ToDoubleFunction;

import org.jspecify.annotations.Nullable;

/** The rows of a run in which x or y is least or greatest: the first of each, in whatever order they come. */
final class Extremes {

    private final @Nullable Row[] rows = new Row[4];

    /** A row that was handed over. */
    record Row(long place, double x, double y) {
    }

    void add(Row row) {
        add(0, row, Row::x, -1);
        add(1, row, Row::x, 1);
        add(2, row, Row::y, -1);
        add(3, row, Row::y, 1);
    }

    private void add(int kind, Row row, ToDoubleFunction<Row> value, int sign) {
        Row best = rows[kind];
        double beyond = best == null ? 1 : (value.applyAsDouble(row) - value.applyAsDouble(best)) * sign;
        if (best == null || beyond > 0 || beyond == 0 && row.place < best.place) {
            rows[kind] = row;
        }
    }

    /** The row with the least x, the greatest x, the least y or the greatest y. */
    Row row(int kind) {
        return Objects.requireNonNull(rows[kind]);
    }
}
