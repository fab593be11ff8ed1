package io.figcast.compute.source;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.figcast.compute.slice.Axes;
import io.figcast.compute.slice.ColumnType;
import io.figcast.compute.slice.SourceFailedException;

/**
 * The columns that requests may choose to have drawn.
 *
 * @param own those that are drawn where nobody chooses; empty where they have no names
 * @param columns all that may be chosen, the own ones among them; none where there is no choice
 */
public record AxesChoice(Optional<Axes> own, List<Column> columns) {

    /** More columns than these are not offered. */
    public static final int MOST = 100;
    public static final AxesChoice NONE = new AxesChoice(Optional.empty(), List.of());

    /** A column that can be drawn. */
    public record Column(String name, ColumnType type) {
    }

    public AxesChoice {
        columns = own.isEmpty() || columns.size() < 2 ? List.of() : List.copyOf(columns);
    }

    /** Of columns that can be drawn, some of them perhaps more than once; the own ones are always among those offered. */
    public static AxesChoice of(String ownX, String ownY, List<Column> drawable) {
        if (!Axes.isName(ownX) || !Axes.isName(ownY)) {
            return NONE;
        }
        List<Column> named = drawable.stream().filter(column -> Axes.isName(column.name())).distinct().toList();
        List<Column> offered = Stream.concat(
                named.stream().filter(column -> column.name().equals(ownX) || column.name().equals(ownY)),
                named.stream()).distinct().limit(MOST).toList();
        List<Column> inOrder = named.stream().filter(offered::contains).toList();
        AxesChoice choice = new AxesChoice(Optional.of(new Axes(ownX, ownY)), inOrder);
        return choice.names().containsAll(List.of(ownX, ownY)) ? choice : new AxesChoice(choice.own, List.of());
    }

    /** Whether these names, each of which may be left out, are two columns that may be drawn. */
    public boolean allows(@Nullable String x, @Nullable String y) {
        return allows(x, true) && allows(y, false);
    }

    /** @throws SourceFailedException if these may not be drawn, or not any more */
    public void require(Axes axes) {
        if (!allows(axes.x(), axes.y())) {
            throw new SourceFailedException(Messages.bounded("x " + Messages.quoted(axes.x()) + " and y "
                    + Messages.quoted(axes.y()) + " are not both columns that may be drawn"), null);
        }
    }

    /** What these names stand for: null where it is the dataset's own columns. */
    public @Nullable Axes resolved(@Nullable String x, @Nullable String y) {
        if (own.isEmpty() || x == null && y == null) {
            return null;
        }
        Axes named = new Axes(x == null ? own.get().x() : x, y == null ? own.get().y() : y);
        return named.equals(own.get()) ? null : named;
    }

    public List<String> names() {
        return columns.stream().map(Column::name).toList();
    }

    private boolean allows(@Nullable String name, boolean forX) {
        return name == null || columns.stream().anyMatch(column -> column.name().equals(name))
                || own.map(axes -> forX ? axes.x() : axes.y()).filter(name::equals).isPresent();
    }
}
