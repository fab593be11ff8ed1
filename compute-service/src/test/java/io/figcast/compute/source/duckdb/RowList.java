package io.figcast.compute.source.duckdb;

import java.util.ArrayList;
import java.util.List;

import io.figcast.compute.slice.ColumnTypes;
import io.figcast.compute.slice.RowSink;

/** Keeps the rows it is given. */
public final class RowList implements RowSink {

    /** One row. */
    public record Row(double x, double y) {
    }

    private final List<Row> rows = new ArrayList<>();
    private int omitted;
    private ColumnTypes types = ColumnTypes.NUMBERS;

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
