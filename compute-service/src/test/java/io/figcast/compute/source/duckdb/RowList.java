package io.figcast.compute.source.duckdb;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.figcast.compute.slice.ColumnTypes;
import io.figcast.compute.slice.ReducedRows;
import io.figcast.compute.slice.RowSink;

/** Keeps the rows it is given. */
public final class RowList implements RowSink {

    /** One row. */
    public record Row(double x, double y) {
    }

    private final List<Row> rows = new ArrayList<>();
    private int omitted;
    private ColumnTypes types = ColumnTypes.NUMBERS;
    private @Nullable ReducedRows reduced;

    @Override
    public void columns(ColumnTypes said) {
        types = said;
    }

    @Override
    public void row(double x, double y) {
        rows.add(new Row(x, y));
    }

    @Override
    public void omit() {
        omitted++;
    }

    @Override
    public void reduced(ReducedRows instead) {
        reduced = instead;
    }

    /** What came instead of rows. */
    public ReducedRows reduced() {
        return Objects.requireNonNull(reduced);
    }

    public List<Row> rows() {
        return rows;
    }

    public ColumnTypes types() {
        return types;
    }

    public int omitted() {
        return omitted;
    }
}
