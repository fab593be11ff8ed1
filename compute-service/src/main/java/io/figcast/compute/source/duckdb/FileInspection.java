package io.figcast.compute.source.duckdb;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBPreparedStatement;

import io.figcast.compute.slice.SourceFailedException;
import io.figcast.compute.source.AxesChoice;
import io.figcast.compute.source.CategoryCollector;
import io.figcast.compute.source.CategoryList;
import io.figcast.compute.source.Description;
import io.figcast.compute.source.Messages;
import io.figcast.compute.source.Note;
import io.figcast.compute.source.RunningQuery;
import io.figcast.compute.source.columns.ColumnChoice;
import io.figcast.compute.source.columns.ColumnChooser;
import io.figcast.compute.source.files.DataFile;
import io.figcast.compute.source.files.DataFiles;

/** Finds out how the files of a dataset are to be read, and reads them once for their categories. */
final class FileInspection {

    private static final int NAMES_IN_A_NOTE = 20;

    private final FileSource.Wanted wanted;
    private final List<DataFile> files;
    private final DataFiles copies;
    private final DuckDBConnection connection;
    private final RunningQuery running;

    FileInspection(FileSource.Wanted wanted, DataFiles files, DuckDBConnection connection, RunningQuery running) {
        this.wanted = wanted;
        this.files = files.find(wanted.spec());
        this.copies = files;
        this.connection = connection;
        this.running = running;
    }

    InspectedFiles found() throws SQLException {
        Format format = Format.of(files);
        return format.isText() ? ofText(CsvTable.of(files, format.separator(), copies))
                : listed(FileTable.of(format, files, connection), false).with(List.of());
    }

    private InspectedFiles ofText(CsvTable csv) throws SQLException {
        Unreadable.forget(connection);
        Listed listed = listed(csv.table(), csv.usesDecimalCommas());
        Unreadable unreadable = Unreadable.by(connection, csv);
        if (unreadable.encoding() && csv.mayBeWindows1252()) {
            return ofText(csv.inWindows1252(copies));
        }
        return listed.with(unreadable.lines() == 0 ? List.of() : List.of(admitted(unreadable, listed.rows)));
    }

    private Listed listed(FileTable table, boolean decimalCommas) throws SQLException {
        SampledColumns sampled = new SampledColumns(table, wanted.columns(), Sample.of(table, decimalCommas, connection));
        ColumnChooser chooser = sampled.chooser();
        ColumnChoice choice = chooser.choose().orElseThrow(() -> new SourceFailedException(Messages.bounded(
                "nothing in " + name() + " can be drawn: a figure needs a column of numbers or of times, and there are "
                        + Messages.some(chooser.found(), NAMES_IN_A_NOTE, "no columns")),
                null));
        AxesChoice axes = axes(sampled, chooser, choice);
        SliceQueries queries = new SliceQueries(table, choice.category().map(table::column),
                Stream.of(choice.x().stream(), Stream.of(choice.y()), axes.names().stream()).flatMap(names -> names).distinct()
                        .map(table::column).toList(),
                sampled.conversion(choice.x(), wanted.columns().x()),
                sampled.conversion(Optional.of(choice.y()), wanted.columns().y()));
        CategoryCollector collector = new CategoryCollector(wanted.most().categories());
        Map<String, Long> large = new HashMap<>();
        long rows = collect(queries.categories(), collector, large);
        return new Listed(queries, sampled, collector.list(), large, rows, new Description(
                Optional.of(choice.x().orElse(ColumnChoice.ROW)), Optional.of(choice.y()),
                chooser.notes(choice, chooser.unfit()), axes));
    }

    private static AxesChoice axes(SampledColumns sampled, ColumnChooser chooser, ColumnChoice choice) {
        Stream<String> names = Stream.of(choice.x().stream(), Stream.of(choice.y()), chooser.free(choice).stream())
                .flatMap(some -> some).distinct();
        return AxesChoice.of(choice.x().orElse(ColumnChoice.ROW), choice.y(),
                chooser.free(choice).isEmpty() ? List.of()
                        : names.map(name -> new AxesChoice.Column(name, sampled.conversion(name).type())).toList());
    }

    /** What was found out before the lines were counted that could not be read. */
    private record Listed(SliceQueries queries, SampledColumns sampled, CategoryList categories,
            Map<String, Long> large, long rows, Description description) {

        InspectedFiles with(List<Note> more) {
            return new InspectedFiles(queries, sampled, categories.with(new Description(description.x(), description.y(),
                    Stream.concat(description.notes().stream(), more.stream()).toList(), description.axes())), large);
        }
    }

    private long collect(String query, CategoryCollector collector, Map<String, Long> large) throws SQLException {
        long rows = 0;
        try (Statement statement = connection.createStatement()) {
            running.started(new Progressing(statement));
            try (ResultSet categories = statement.executeQuery(query)) {
                while (categories.next()) {
                    var unused = collector.add(categories.getString(1), OptionalLong.of(categories.getLong(3)));
                    long own = categories.getLong(2);
                    rows += own;
                    if (own > InspectedFiles.FEW && categories.getString(1) != null) {
                        large.put(categories.getString(1), own);
                    }
                }
            } finally {
                running.ended();
            }
        }
        return rows;
    }

    /** A query of which DuckDB tells how far it is. */
    private record Progressing(Statement statement) implements RunningQuery.Query {

        @Override
        public void cancel() throws SQLException {
            statement.cancel();
        }

        @Override
        public double progress() throws SQLException {
            return Math.max(0, statement.unwrap(DuckDBPreparedStatement.class).getQueryProgress().getPercentage() / 100);
        }
    }

    private Note admitted(Unreadable unreadable, long rows) {
        String words = unreadable.words(name());
        if (unreadable.lines() >= Unreadable.MOST
                || unreadable.lines() > wanted.most().unreadable() * (rows + unreadable.lines())) {
            throw new SourceFailedException(Messages.bounded(words + "; that is more than the share of "
                    + wanted.most().unreadable() + " that max-unreadable allows"), null);
        }
        return unreadable.note(name(), files.size());
    }

    private String name() {
        return files.size() == 1 ? files.get(0).name() : files.size() + " files";
    }
}
