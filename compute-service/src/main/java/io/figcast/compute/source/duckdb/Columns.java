package io.figcast.compute.source.duckdb;

import java.util.Optional;

import io.figcast.compute.source.columns.ColumnChooser.Named;
import io.figcast.compute.source.duckdb.column.StatedType;

/**
 * The three columns of a file that make its slices, as far as they are named, and what x and y are told to hold.
 */
public record Columns(Named named, StatedType x, StatedType y) {

    /** All three by name. */
    public static Columns of(String category, String x, String y) {
        return new Columns(new Named(Optional.of(category), Optional.of(x), Optional.of(y)), StatedType.BY_CONTENT,
                StatedType.BY_CONTENT);
    }

    /** None by name: they are chosen. */
    public static Columns chosen() {
        return new Columns(new Named(Optional.empty(), Optional.empty(), Optional.empty()), StatedType.BY_CONTENT,
                StatedType.BY_CONTENT);
    }
}
