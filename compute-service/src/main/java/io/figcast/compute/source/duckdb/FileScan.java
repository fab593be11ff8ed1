package io.figcast.compute.source.duckdb;

import java.sql.SQLException;
import java.util.List;

import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBReadableVector;
import org.jspecify.annotations.Nullable;

import io.figcast.compute.slice.Axes;
import io.figcast.compute.slice.SliceSource.Scan;
import io.figcast.compute.slice.SliceSource.ScanSink;
import io.figcast.compute.slice.SourceFailedException;
import io.figcast.compute.source.RunningQuery;

/**
 * One reading of several categories from files. Like {@link FileReading} it has DuckDB run the whole query first; but an unfit
 * value fails only its category, not the query.
 */
final class FileScan implements Scan {

    private final FileSource source;
    private final List<String> categories;
    private final @Nullable Axes axes;
    private final RunningQuery query = new RunningQuery();
    private int current = -1;
    private long place;

    FileScan(FileSource source, List<String> categories, @Nullable Axes axes) {
        this.source = source;
        this.categories = categories;
        this.axes = axes;
    }

    @Override
    public void read(ScanSink sink) {
        query.failIfCancelled();
        try (DuckDBConnection connection = source.connect()) {
            SliceQueries queries = source.queries(connection, query, axes);
            long rows = run(connection, queries);
            long handed = hand(connection, queries, sink);
            if (handed != rows) {
                throw new SourceFailedException("only " + handed + " of " + rows + " rows could be read", null);
            }
        } catch (SQLException e) {
            query.failIfCancelled();
            throw Failures.of(e);
        }
    }

    private long run(DuckDBConnection connection, SliceQueries queries) throws SQLException {
        try (DuckDBPreparedStatement statement = connection.prepare("CREATE TEMP TABLE scan AS " + queries.scan(categories))) {
            query.started(statement);
            return statement.executeLargeUpdate();
        } finally {
            query.ended();
        }
    }

    private long hand(DuckDBConnection connection, SliceQueries queries, ScanSink sink) throws SQLException {
        long rows = 0;
        try (DuckDBPreparedStatement statement = connection.prepare("FROM scan");
                DuckDBChunkedResult result = statement.query()) {
            while (result.nextChunk()) {
                query.failIfCancelled();
                rows += hand(result.chunk(), queries, sink);
            }
        }
        return rows;
    }

    private long hand(DuckDBDataChunkReader chunk, SliceQueries queries, ScanSink sink) {
        long rows = chunk.rowCount();
        DuckDBReadableVector slices = chunk.vector(0);
        DuckDBReadableVector xs = chunk.vector(1);
        DuckDBReadableVector ys = chunk.vector(2);
        DuckDBReadableVector unfit = chunk.vector(3);
        boolean countsRows = queries.countsRows();
        for (long i = 0; i < rows; i++) {
            int slice = slices.getInt(i);
            if (slice != current) {
                current = slice;
                place = 0;
                sink.columns(slice, queries.types());
            }
            place++;
            double x = countsRows ? place : xs.getDouble(i, Double.NaN);
            double y = ys.getDouble(i, Double.NaN);
            if (!unfit.isNull(i)) {
                sink.unfit(slice, Failures.unfit(unfit.getString(i), null));
            } else if (Double.isFinite(x) && Double.isFinite(y)) {
                sink.row(slice, x, y);
            } else {
                sink.omit(slice);
            }
        }
        return rows;
    }

    @Override
    public void cancel() {
        query.cancel();
    }
}
