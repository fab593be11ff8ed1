package io.figcast.compute.dataset.duckdb;

import java.sql.SQLException;

import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBReadableVector;

import io.figcast.compute.dataset.source.RunningQuery;
import io.figcast.compute.slice.RowSink;
import io.figcast.compute.slice.SliceSource.Reading;

/** One reading of a category from files, as a stream of DuckDB's own vectors. */
final class FileReading implements Reading {

    private final FileSource source;
    private final String category;
    private final RunningQuery query = new RunningQuery();

    FileReading(FileSource source, String category) {
        this.source = source;
        this.category = category;
    }

    @Override
    public void read(RowSink sink) {
        query.failIfCancelled();
        try (DuckDBConnection connection = source.connect();
                DuckDBPreparedStatement statement = connection.prepare(source.table(connection).sliceQuery())) {
            query.started(statement);
            try {
                statement.setString(1, category);
                pump(statement, sink);
            } finally {
                query.ended();
            }
        } catch (SQLException e) {
            query.failIfCancelled();
            throw Failures.of(e);
        }
    }

    private void pump(DuckDBPreparedStatement statement, RowSink sink) throws SQLException {
        try (DuckDBChunkedResult result = statement.query()) {
            while (result.nextChunk()) {
                query.failIfCancelled();
                hand(result.chunk(), sink);
            }
        }
    }

    private static void hand(DuckDBDataChunkReader chunk, RowSink sink) {
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
    }

    @Override
    public void cancel() {
        query.cancel();
    }
}
