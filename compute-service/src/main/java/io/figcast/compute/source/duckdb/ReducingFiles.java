package io.figcast.compute.source.duckdb;

import java.sql.SQLException;
import java.util.Arrays;

import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBReadableVector;

import io.figcast.compute.slice.ReducedRows;
import io.figcast.compute.slice.SourceFailedException;
import io.figcast.compute.source.RunningQuery;
import io.figcast.compute.source.sql.Asking;
import io.figcast.compute.source.sql.EngineReduction;

/**
 * Has DuckDB reduce the rows of a category. Each answer goes into a temporary table first, for the reason that
 * {@link FileReading} gives.
 */
record ReducingFiles(DuckDBConnection connection, String category, RunningQuery query) implements Asking {

    ReducedRows reduced(SliceQueries queries, long rows) throws SQLException {
        return EngineReduction.of(this, queries.placed(), new EngineReduction.Size(rows, queries.places(rows, connection)),
                EngineReduction.axes(queries.types()));
    }

    @Override
    public void ask(String sql, int parameters, Each each) throws SQLException {
        query.failIfCancelled();
        long rows;
        try (DuckDBPreparedStatement statement = connection
                .prepare("CREATE OR REPLACE TEMP TABLE answer AS SELECT COLUMNS(*)::DOUBLE FROM (" + sql + ") q")) {
            for (int i = 1; i <= parameters; i++) {
                statement.setString(i, category);
            }
            query.started(statement);
            rows = statement.executeLargeUpdate();
        } finally {
            query.ended();
        }
        long handed = 0;
        try (DuckDBPreparedStatement statement = connection.prepare("FROM answer");
                DuckDBChunkedResult result = statement.query()) {
            while (result.nextChunk()) {
                query.failIfCancelled();
                handed += hand(result.chunk(), each);
            }
        }
        if (handed != rows) {
            throw new SourceFailedException("only " + handed + " of " + rows + " rows could be read", null);
        }
    }

    private static long hand(DuckDBDataChunkReader chunk, Each each) {
        DuckDBReadableVector[] columns = new DuckDBReadableVector[(int) chunk.columnCount()];
        Arrays.setAll(columns, chunk::vector);
        for (long row = 0; row < chunk.rowCount(); row++) {
            double[] values = new double[columns.length];
            for (int i = 0; i < columns.length; i++) {
                values[i] = columns[i].getDouble(row, Double.NaN);
            }
            each.row(values);
        }
        return chunk.rowCount();
    }

    @Override
    public String block(long size) {
        return "(place >> " + Long.numberOfTrailingZeros(size) + ")";
    }

    @Override
    public boolean roundsSilently() {
        return true;
    }

    /** It reads files in the order of their rows. */
    @Override
    public String order() {
        return "";
    }
}
