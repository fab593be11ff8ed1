package io.figcast.compute.source.duckdb;

import java.sql.SQLException;

import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBReadableVector;
import org.jspecify.annotations.Nullable;

import io.figcast.compute.slice.Axes;
import io.figcast.compute.slice.RowSink;
import io.figcast.compute.slice.SliceSource.Reading;
import io.figcast.compute.slice.SourceFailedException;
import io.figcast.compute.slice.TooLargeException;
import io.figcast.compute.source.RunningQuery;

/**
 * One reading of a category from files. DuckDB first runs the whole query into a temporary table, within its memory limit, and
 * then hands over its own vectors. A streamed query would need less memory, but while one is being fetched this driver neither
 * ends it on a cancel nor reports its failure: rows would be missing silently.
 */
final class FileReading implements Reading {

    private final FileSource source;
    private final String category;
    private final @Nullable Axes axes;
    private final RunningQuery query = new RunningQuery();

    FileReading(FileSource source, String category, @Nullable Axes axes) {
        this.source = source;
        this.category = category;
        this.axes = axes;
    }

    @Override
    public void read(RowSink sink) {
        query.failIfCancelled();
        try (DuckDBConnection connection = source.connect()) {
            InspectedFiles found = source.found(connection, query);
            if (source.isReduced(found.rows(category))) {
                sink.columns(found.queries(axes).types());
                sink.reduced(new ReducingFiles(connection, category, query).reduced(found.queries(axes), found.rows(category)));
                return;
            }
            long rows = run(connection);
            if (rows > source.maxRows()) {
                throw new TooLargeException(source.maxRows());
            }
            sink.columns(source.queries(connection, query, axes).types());
            long handed = hand(connection, sink);
            if (handed != rows) {
                throw new SourceFailedException("only " + handed + " of " + rows + " rows could be read", null);
            }
        } catch (SQLException e) {
            query.failIfCancelled();
            throw Failures.of(e);
        }
    }

    private long run(DuckDBConnection connection) throws SQLException {
        SliceQueries queries = source.queries(connection, query, axes);
        // A limit keeps DuckDB from reading Parquet in parallel, and the time doubles.
        String limit = queries.mayExceed(source.maxRows(), connection) ? " LIMIT " + (source.maxRows() + 1) : "";
        try (DuckDBPreparedStatement statement = connection
                .prepare("CREATE TEMP TABLE slice AS " + queries.slice() + limit)) {
            statement.setString(1, category);
            query.started(statement);
            return statement.executeLargeUpdate();
        } finally {
            query.ended();
        }
    }

    private long hand(DuckDBConnection connection, RowSink sink) throws SQLException {
        long rows = 0;
        try (DuckDBPreparedStatement statement = connection.prepare("FROM slice");
                DuckDBChunkedResult result = statement.query()) {
            while (result.nextChunk()) {
                query.failIfCancelled();
                rows += hand(result.chunk(), sink);
            }
        }
        return rows;
    }

    private static long hand(DuckDBDataChunkReader chunk, RowSink sink) {
        long rows = chunk.rowCount();
        DuckDBReadableVector xs = chunk.vector(0);
        DuckDBReadableVector ys = chunk.vector(1);
        for (long i = 0; i < rows; i++) {
            double x = xs.getDouble(i, Double.NaN);
            double y = ys.getDouble(i, Double.NaN);
            if (Double.isFinite(x) && Double.isFinite(y)) {
                sink.row(x, y);
            } else {
                sink.omit();
            }
        }
        return rows;
    }

    @Override
    public void cancel() {
        query.cancel();
    }
}
