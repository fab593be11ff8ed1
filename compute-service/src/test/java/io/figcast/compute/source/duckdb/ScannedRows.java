package io.figcast.compute.source.duckdb;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import io.figcast.compute.slice.ColumnTypes;
import io.figcast.compute.slice.ReducedRows;
import io.figcast.compute.slice.SliceSource.ScanSink;
import io.figcast.compute.slice.SourceFailedException;

/** Keeps the rows it is given of several slices, and insists that those of one come together. */
public final class ScannedRows implements ScanSink {

    private final Map<Integer, RowList> slices = new HashMap<>();
    private final Map<Integer, String> unfit = new HashMap<>();
    private final Set<Integer> complete = new HashSet<>();
    private int current = -1;

    @Override
    public void columns(int slice, ColumnTypes types) {
        of(slice).columns(types);
    }

    @Override
    public void row(int slice, double x, double y) {
        of(slice).row(x, y);
    }

    @Override
    public void omit(int slice) {
        of(slice).omit();
    }

    @Override
    public void reduced(int slice, ReducedRows rows) {
        of(slice).reduced(rows);
    }

    @Override
    public void unfit(int slice, SourceFailedException why) {
        of(slice);
        unfit.putIfAbsent(slice, why.getMessage());
    }

    public RowList slice(int slice) {
        return slices.getOrDefault(slice, new RowList());
    }

    public Map<Integer, String> unfit() {
        return unfit;
    }

    private RowList of(int slice) {
        if (slice != current && !complete.add(slice)) {
            throw new AssertionError("the rows of slice " + slice + " do not come together");
        }
        current = slice;
        return slices.computeIfAbsent(slice, none -> new RowList());
    }
}
