package io.figcast.compute.source.duckdb;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.duckdb.DuckDBConnection;

import io.figcast.compute.slice.SourceFailedException;
import io.figcast.compute.source.CategoryCollector;
import io.figcast.compute.source.CategoryList;
import io.figcast.compute.source.Description;
import io.figcast.compute.source.Messages;
import io.figcast.compute.source.RunningQuery;
import io.figcast.compute.source.columns.ColumnChoice;
import io.figcast.compute.source.columns.ColumnChooser;
import io.figcast.compute.source.files.DataFile;

/** Finds out how the files of a dataset are to be read, and reads them once for their categories. */
final class FileInspection {

    private static final int NAMES_IN_A_NOTE = 20;

    private final FileSource.Definition definition;
    private final List<DataFile> files;
    private final DuckDBConnection connection;
    private final RunningQuery running;

    /** What was found out. */
    record Found(SliceQueries queries, CategoryList categories) {
    }

    FileInspection(FileSource.Definition definition, List<DataFile> files, DuckDBConnection connection,
            RunningQuery running) {
        this.definition = definition;
        this.files = files;
        this.connection = connection;
        this.running = running;
    }

    Found found() throws SQLException {
        Format format = Format.of(files);
        return format.isText() ? ofText(CsvTable.of(files, format.separator()))
                : listed(FileTable.of(format, files, connection), false).with(Optional.empty());
    }

    private Found ofText(CsvTable csv) throws SQLException {
        Unreadable.forget(connection);
        Listed listed = listed(csv.table(), csv.usesDecimalCommas());
        Unreadable unreadable = Unreadable.by(connection, csv);
        if (unreadable.encoding() && csv.mayBeLatin1()) {
            return ofText(csv.inLatin1());
        }
        return listed.with(unreadable.lines() == 0 ? Optional.empty() : Optional.of(admitted(unreadable, listed.rows)));
    }

    private Listed listed(FileTable table, boolean decimalCommas) throws SQLException {
        SampledColumns sampled = new SampledColumns(table, definition.columns(), Sample.of(table, decimalCommas, connection));
        ColumnChooser chooser = sampled.chooser();
        ColumnChoice choice = chooser.choose().orElseThrow(() -> new SourceFailedException(Messages.bounded(
                "nothing in " + name() + " can be drawn: a figure needs a column of numbers or of times, and there are "
                        + Messages.some(chooser.found(), NAMES_IN_A_NOTE, "no columns")),
                null));
        SliceQueries queries = new SliceQueries(table, choice.category().map(table::column),
                Stream.concat(choice.x().stream(), Stream.of(choice.y())).map(table::column).toList(),
                sampled.conversion(choice.x(), definition.columns().x()),
                sampled.conversion(Optional.of(choice.y()), definition.columns().y()));
        CategoryCollector collector = new CategoryCollector(definition.most().categories());
        long rows = collect(queries.categories(), collector);
        return new Listed(queries, collector.list(), rows, choice, definition.columns().named().everything() ? List.of()
                : List.of(words(choice, chooser.others(choice))));
    }

    private static String words(ColumnChoice choice, List<String> others) {
        return Messages.bounded("chosen were " + choice.words() + "; "
                + Messages.some(others, NAMES_IN_A_NOTE, "no other column")
                + " could be drawn too; category-column, x-column and y-column choose otherwise");
    }

    /** What was found out before the lines were counted that could not be read. */
    private record Listed(SliceQueries queries, CategoryList categories, long rows, ColumnChoice choice, List<String> notes) {

        Found with(Optional<String> problem) {
            Description description = new Description(Optional.of(choice.x().orElse(ColumnChoice.ROW)),
                    Optional.of(choice.y()), notes);
            return new Found(queries, categories.with(problem, description));
        }
    }

    private long collect(String query, CategoryCollector collector) throws SQLException {
        long rows = 0;
        try (Statement statement = connection.createStatement()) {
            running.started(statement);
            try (ResultSet categories = statement.executeQuery(query)) {
                while (categories.next()) {
                    var unused = collector.add(categories.getString(1));
                    rows += categories.getLong(2);
                }
            } finally {
                running.ended();
            }
        }
        return rows;
    }

    private String admitted(Unreadable unreadable, long rows) {
        String words = Messages.bounded(unreadable.words(name()));
        if (unreadable.lines() >= Unreadable.MOST
                || unreadable.lines() > definition.most().unreadable() * (rows + unreadable.lines())) {
            throw new SourceFailedException(Messages.bounded(words + "; that is more than the share of "
                    + definition.most().unreadable() + " that max-unreadable allows"), null);
        }
        return words;
    }

    private String name() {
        return files.size() == 1 ? files.get(0).name() : files.size() + " files";
    }
}
