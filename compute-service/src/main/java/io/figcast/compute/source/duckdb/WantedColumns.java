package io.figcast.compute.source.duckdb;

import java.util.List;
import java.util.Optional;

import io.figcast.compute.source.columns.NamedColumns;
import io.figcast.compute.source.duckdb.column.StatedType;

/**
 * The three columns of a file that make its slices, as far as they are named, and what x and y are told to hold.
 *
 * @param listed the columns that requests may choose; if none, those that fit, unless x and y are both named
 */
public record WantedColumns(NamedColumns named, StatedType x, StatedType y, List<String> listed) {

    public WantedColumns {
        listed = List.copyOf(listed);
    }

    /** With nothing listed. */
    public WantedColumns(NamedColumns named, StatedType x, StatedType y) {
        this(named, x, y, List.of());
    }

    /** All three by name. */
    public static WantedColumns of(String category, String x, String y) {
        return new WantedColumns(new NamedColumns(Optional.of(category), Optional.of(x), Optional.of(y)), StatedType.BY_CONTENT,
                StatedType.BY_CONTENT);
    }

    /** None by name: they are chosen. */
    public static WantedColumns chosen() {
        return new WantedColumns(NamedColumns.NOTHING, StatedType.BY_CONTENT,
                StatedType.BY_CONTENT);
    }
}
