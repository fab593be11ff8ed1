package io.figcast.compute.source.duckdb;

import java.util.List;
import java.util.Optional;

import io.figcast.compute.source.columns.ColumnChooser.Named;
import io.figcast.compute.source.duckdb.column.StatedType;

/**
 * The three columns of a file that make its slices, as far as they are named, and what x and y are told to hold.
 *
 * @param listed the columns that requests may choose; if none, those that fit, unless x and y are both named
 */
public record Columns(Named named, StatedType x, StatedType y, List<String> listed) {

    public Columns {
        listed = List.copyOf(listed);
    }

    /** With nothing listed. */
    public Columns(Named named, StatedType x, StatedType y) {
        this(named, x, y, List.of());
    }

    /** All three by name. */
    public static Columns of(String category, String x, String y) {
        return new Columns(new Named(Optional.of(category), Optional.of(x), Optional.of(y)), StatedType.BY_CONTENT,
                StatedType.BY_CONTENT);
    }

    /** None by name: they are chosen. */
    public static Columns chosen() {
        return new Columns(Named.NOTHING, StatedType.BY_CONTENT,
                StatedType.BY_CONTENT);
    }
}
