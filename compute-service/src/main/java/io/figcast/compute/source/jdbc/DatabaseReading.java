package io.figcast.compute.source.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Locale;

import io.figcast.compute.slice.RowSink;
import io.figcast.compute.slice.SliceSource.Reading;
import io.figcast.compute.slice.SourceFailedException;
import io.figcast.compute.source.Messages;
import io.figcast.compute.source.RunningQuery;

/** One reading of a category from a database, a few thousand rows at a time. */
final class DatabaseReading implements Reading {

    private static final int FETCH = 10_000;

    private final DatabaseSource source;
    private final String category;
    private final RunningQuery query = new RunningQuery();

    DatabaseReading(DatabaseSource source, String category) {
        this.source = source;
        this.category = category;
    }

    @Override
    public void read(RowSink sink) {
        query.failIfCancelled();
        source.withConnection(connection -> read(connection, sink), query::failIfCancelled);
    }

    private void read(Connection connection, RowSink sink) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(source.sliceQuery())) {
            source.prepare(statement);
            statement.setFetchSize(FETCH);
            statement.setString(1, category);
            query.started(statement);
            try (ResultSet rows = statement.executeQuery()) {
                checkColumns(rows.getMetaData());
                hand(rows, sink);
            } finally {
                query.ended();
            }
        }
    }

    private void hand(ResultSet rows, RowSink sink) throws SQLException {
        while (rows.next()) {
            query.failIfCancelled();
            double x = rows.getDouble(1);
            boolean missing = rows.wasNull();
            double y = rows.getDouble(2);
            missing |= rows.wasNull();
            if (!missing && Double.isFinite(x) && Double.isFinite(y)) {
                sink.row(x, y);
            } else {
                sink.omit();
            }
        }
    }

    private static void checkColumns(ResultSetMetaData columns) throws SQLException {
        if (columns.getColumnCount() != 2) {
            throw new SourceFailedException("the slice query gives " + columns.getColumnCount()
                    + (columns.getColumnCount() == 1 ? " column" : " columns") + " instead of two, x and y", null);
        }
        for (int column = 1; column <= 2; column++) {
            if (!isNumber(columns.getColumnType(column), columns.getColumnTypeName(column))) {
                throw new SourceFailedException(Messages.bounded("column " + columns.getColumnLabel(column)
                        + " of the slice query is of type " + columns.getColumnTypeName(column)
                        + ", which holds no numbers"), null);
            }
        }
    }

    private static boolean isNumber(int type, String name) {
        return switch (type) {
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.REAL, Types.FLOAT, Types.DOUBLE,
                    Types.NUMERIC, Types.DECIMAL ->
                true;
            // Engines with wider integers than JDBC knows name them so.
            case Types.OTHER, Types.JAVA_OBJECT -> name.toUpperCase(Locale.ROOT).matches("U?(HUGE|BIG)?INT\\d*");
            default -> false;
        };
    }

    @Override
    public void cancel() {
        query.cancel();
    }
}
