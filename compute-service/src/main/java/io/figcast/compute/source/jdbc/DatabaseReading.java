package io.figcast.compute.source.jdbc;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

import io.figcast.compute.slice.Axes;
import io.figcast.compute.slice.ColumnTypes;
import io.figcast.compute.slice.RowSink;
import io.figcast.compute.slice.SliceSource.Reading;
import io.figcast.compute.slice.SourceFailedException;
import io.figcast.compute.source.RunningQuery;

/**
 * One reading of a category from a database, a few thousand rows at a time. Where it turns out that they are too many, the
 * database is asked to reduce them instead.
 */
final class DatabaseReading implements Reading {

    private static final int FETCH = 10_000;

    private final DatabaseSource source;
    private final String category;
    private final @Nullable Axes axes;
    private final RunningQuery query = new RunningQuery();

    DatabaseReading(DatabaseSource source, String category, @Nullable Axes axes) {
        this.source = source;
        this.category = category;
        this.axes = axes;
    }

    @Override
    public void read(RowSink sink) {
        if (source.isLarge(category) || !handAll(sink)) {
            source.inOneView(query, session -> {
                var reduced = new ReducingDatabase(session, source.sql(session, axes).slice(), category, query).reduced();
                source.hasRows(category, reduced.rows().rows() + reduced.rows().omitted());
                sink.columns(reduced.types());
                sink.reduced(reduced.rows());
                return true;
            });
        }
    }

    /** Whether they were few enough for it. */
    private boolean handAll(RowSink sink) {
        return source.on(query, session -> {
            try (var statement = session.prepared(source.sql(session, axes).slice(), FETCH)) {
                statement.setString(1, category);
                try (ResultSet rows = statement.executeQuery()) {
                    return hand(rows, sink);
                }
            }
        });
    }

    static void check(ResultSetMetaData columns) throws SQLException {
        if (columns.getColumnCount() != 2) {
            throw new SourceFailedException("the slice query gives " + columns.getColumnCount()
                    + (columns.getColumnCount() == 1 ? " column" : " columns") + " instead of two, x and y", null);
        }
    }

    private boolean hand(ResultSet rows, RowSink sink) throws SQLException {
        ResultSetMetaData columns = rows.getMetaData();
        check(columns);
        Values xs = Values.of(source.engine(), columns, 1);
        Values ys = Values.of(source.engine(), columns, 2);
        boolean said = false;
        for (long row = 1; rows.next(); row++) {
            query.failIfCancelled();
            if (source.isReduced(row)) {
                return false;
            }
            double x = xs.of(rows);
            double y = ys.of(rows);
            if (Double.isFinite(x) && Double.isFinite(y)) {
                if (!said) {
                    sink.columns(new ColumnTypes(xs.type(), ys.type()));
                    said = true;
                }
                sink.row(x, y);
            } else {
                sink.omit();
            }
        }
        return true;
    }

    @Override
    public void cancel() {
        query.cancel();
    }
}
