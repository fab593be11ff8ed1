package io.figcast.compute.source.duckdb;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.figcast.compute.source.columns.ColumnChooser;
import io.figcast.compute.source.columns.ColumnProfile;
import io.figcast.compute.source.columns.NamedColumns;
import io.figcast.compute.source.duckdb.column.Conversion;
import io.figcast.compute.source.duckdb.column.FileColumn;
import io.figcast.compute.source.duckdb.column.StatedType;

/** The columns of a table that were looked at: those that are named, or, where one is not, the first ones. */
final class SampledColumns {

    private static final int MOST = 200;

    private final FileTable table;
    private final WantedColumns wanted;
    private final NamedColumns named;
    private final Map<String, Sample.Found> found = new HashMap<>();
    private final List<ColumnProfile> profiles = new ArrayList<>();

    SampledColumns(FileTable table, WantedColumns wanted, Sample sample) throws SQLException {
        this.table = table;
        this.wanted = wanted;
        this.named = new NamedColumns(theirs(wanted.named().category()), theirs(wanted.named().x()),
                theirs(wanted.named().y()));
        for (FileColumn column : toLookAt()) {
            Sample.Found look = sample.look(column, stated(column));
            found.put(column.name(), look);
            profiles.add(look.profile());
        }
    }

    ColumnChooser chooser() {
        return new ColumnChooser(profiles, named, listed());
    }

    /** How a column is read where it is drawn on whatever axis. */
    Conversion conversion(String name) {
        return conversion(Optional.of(name), stated(table.column(name)));
    }

    /** How a column is read as doubles; the number of the row where there is none. */
    Conversion conversion(Optional<String> name, StatedType stated) {
        if (name.isEmpty()) {
            return Conversion.ROW_NUMBER;
        }
        Sample.Found look = found.get(name.get());
        if (look == null) {
            throw new IllegalArgumentException(name.get() + " was not looked at");
        }
        return stated.applied(look.column().isText() ? Conversion.ofText(look.column(), look.conversion())
                : Conversion.ofTyped(look.column()));
    }

    private List<FileColumn> toLookAt() {
        Stream<FileColumn> named = Stream.concat(Stream.of(this.named.x(), this.named.y()).flatMap(Optional::stream),
                listed().stream()).map(table::column);
        return (this.named.everything() ? named : Stream.concat(named, table.columns().stream().limit(MOST)))
                .distinct().sorted(Comparator.comparingInt(table.columns()::indexOf)).toList();
    }

    private List<String> listed() {
        return wanted.listed().stream().map(table::column).map(FileColumn::name).toList();
    }

    private StatedType stated(FileColumn column) {
        if (named.x().equals(Optional.of(column.name()))) {
            return wanted.x();
        }
        return named.y().equals(Optional.of(column.name())) ? wanted.y() : StatedType.BY_CONTENT;
    }

    private Optional<String> theirs(Optional<String> name) {
        return name.map(table::column).map(FileColumn::name);
    }
}
