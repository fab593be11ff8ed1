package io.figcast.compute.source.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.figcast.compute.slice.Axes;
import io.figcast.compute.slice.ColumnType;
import io.figcast.compute.slice.SourceFailedException;
import io.figcast.compute.source.AxesChoice;
import io.figcast.compute.source.Description;
import io.figcast.compute.source.Messages;
import io.figcast.compute.source.Note;
import io.figcast.compute.source.columns.ColumnChoice;
import io.figcast.compute.source.columns.ColumnChooser;
import io.figcast.compute.source.columns.ColumnProfile;
import io.figcast.compute.source.columns.NamedColumns;

/**
 * Which columns of a table make the slices, and which others may be drawn.
 *
 * @param choice the dataset's own columns
 */
record TableColumns(ColumnChoice choice, Description description) {

    private static final int ROWS = 10_000;
    private static final int MOST = 200;
    private static final int NAMES_IN_A_MESSAGE = 20;

    /** Looks at the first rows, if the names do not say everything. */
    static TableColumns of(Selection.Columns selection, Session session) throws SQLException {
        NamedColumns named = selection.named();
        if (named.everything() && selection.listed().isEmpty()) {
            return chosen(new ColumnChoice(named.category(), named.x(), named.y().orElseThrow()), List.of(), List.of());
        }
        List<ColumnProfile> profiles = profiles(selection, session);
        ColumnChooser chooser = new ColumnChooser(profiles, named, selection.listed());
        ColumnChoice choice = chooser.choose().filter(found -> found.x().isPresent())
                .orElseThrow(() -> new SourceFailedException(Messages.bounded(
                        "a figure of a database needs two columns of numbers or of times, and there are "
                                + Messages.some(chooser.found(), NAMES_IN_A_MESSAGE, "no columns")),
                        null));
        Set<String> free = Stream.concat(chooser.free(choice).stream(), Stream.of(choice.x().orElseThrow(), choice.y()))
                .collect(Collectors.toSet());
        List<AxesChoice.Column> drawable = chooser.free(choice).isEmpty() ? List.of()
                : profiles.stream().filter(profile -> free.contains(profile.name())).flatMap(TableColumns::drawable).toList();
        List<String> unfit = selection.listed().stream()
                .filter(name -> drawable.stream().noneMatch(column -> column.name().equals(name))).toList();
        return chosen(choice, drawable, chooser.notes(choice, unfit));
    }

    private static TableColumns chosen(ColumnChoice choice, List<AxesChoice.Column> drawable, List<Note> notes) {
        return new TableColumns(choice, new Description(choice.x(), Optional.of(choice.y()), notes,
                AxesChoice.of(choice.x().orElseThrow(), choice.y(), drawable)));
    }

    /** The selection as if it had been named. */
    Selection.Columns selected(Selection.From from) {
        return new Selection.Columns(from, new NamedColumns(choice.category(), choice.x(), Optional.of(choice.y())),
                List.of());
    }

    /** The columns to draw; these are no longer allowed if the data changed. */
    ColumnChoice drawing(@Nullable Axes axes) {
        if (axes == null) {
            return choice;
        }
        description.axes().require(axes);
        return new ColumnChoice(choice.category(), Optional.of(axes.x()), axes.y());
    }

    private static Stream<AxesChoice.Column> drawable(ColumnProfile profile) {
        return switch (profile.kind()) {
            case NUMBER -> Stream.of(new AxesChoice.Column(profile.name(), ColumnType.NUMBER));
            case TIME -> Stream.of(new AxesChoice.Column(profile.name(), ColumnType.TIME));
            case BOOLEAN, TEXT, NESTED -> Stream.of();
        };
    }

    private static List<ColumnProfile> profiles(Selection.Columns selection, Session session) throws SQLException {
        NamedColumns named = selection.named();
        List<String> wanted = named.everything() ? Stream.of(Stream.of(named.x(), named.y()).flatMap(Optional::stream),
                selection.listed().stream()).flatMap(names -> names).distinct().toList() : List.of();
        try (var statement = session.prepared(session.sampleSql(selection.from(), wanted), ROWS)) {
            statement.setMaxRows(ROWS);
            try (ResultSet rows = statement.executeQuery()) {
                List<SampledColumn> columns = new ArrayList<>();
                for (int i = 1; i <= Math.min(rows.getMetaData().getColumnCount(), MOST); i++) {
                    columns.add(SampledColumn.of(session.engine(), rows.getMetaData(), i));
                }
                while (rows.next()) {
                    for (SampledColumn column : columns) {
                        column.look(rows);
                    }
                }
                return columns.stream().map(SampledColumn::profile).toList();
            }
        }
    }
}
