package io.figcast.chart.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.figcast.chart.category.Axes;
import io.figcast.chart.slice.ColumnType;

/**
 * The choice of axes that a dataset allows.
 *
 * @param x the dataset's own column for x
 * @param y the dataset's own column for y
 * @param columns all that may be named, the dataset's own among them; none where these are the only ones
 */
public record AxesChoice(String x, String y, List<Column> columns) {

    /** A column that may be an axis. */
    public record Column(String name, ColumnType type) {
    }

    public AxesChoice {
        columns = List.copyOf(columns);
        if (!columns.isEmpty() && !(isAmong(columns, x) && isAmong(columns, y))) {
            throw new IllegalArgumentException("the dataset's own columns are not among those that it allows");
        }
    }

    /** Both columns in full, of which either may be left out; empty if they are the dataset's own. */
    Optional<Axes> axes(String dataset, @Nullable String namedX, @Nullable String namedY) {
        Axes axes = new Axes(namedX == null ? x : checked(dataset, "x", namedX, x),
                namedY == null ? y : checked(dataset, "y", namedY, y));
        return axes.x().equals(x) && axes.y().equals(y) ? Optional.empty() : Optional.of(axes);
    }

    private String checked(String dataset, String axis, String named, String own) {
        if (!named.equals(own) && !isAmong(columns, named)) {
            throw new UnknownColumnException(
                    axis + " is " + named + ", which dataset " + dataset + " does not allow; it allows "
                            + (columns.isEmpty() ? "no other columns than its own: x " + x + ", y " + y
                                    : columns.stream().map(Column::name).collect(Collectors.joining(", "))));
        }
        return named;
    }

    private static boolean isAmong(List<Column> columns, String name) {
        return columns.stream().anyMatch(column -> column.name().equals(name));
    }
}
