package io.figcast.compute.source.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collection;

import org.jspecify.annotations.Nullable;

import io.figcast.compute.source.RunningQuery;
import io.figcast.compute.source.columns.ColumnChoice;

/** A connection as long as one query has it, and the ways to end that query. */
final class Session implements RunningQuery.Query {

    private final Connection connection;
    private final Engine engine;
    private final Duration deadline;
    private volatile @Nullable Statement running;

    Session(Connection connection, Engine engine, Duration deadline) {
        this.connection = connection;
        this.engine = engine;
        this.deadline = deadline;
    }

    Engine engine() {
        return engine;
    }

    Statements sql(Selection.From from, ColumnChoice columns) throws SQLException {
        return Statements.of(from, columns, engine, Statements.quote(connection));
    }

    String sampleSql(Selection.From from, Collection<String> columns) throws SQLException {
        return Statements.sample(from, columns, Statements.quote(connection));
    }

    String existsSql(Statements sql) throws SQLException {
        return sql.exists(engine, connection);
    }

    /** The statement that is run next, one at a time; its deadline reaches the database where the driver can. */
    PreparedStatement prepared(String text, int fetchSize) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(text);
        running = statement;
        statement.setFetchSize(fetchSize);
        try {
            statement.setQueryTimeout((int) Math.max(1, deadline.plusMillis(999).toSeconds()));
        } catch (SQLFeatureNotSupportedException e) {
            // then cancelling ends it
        }
        return statement;
    }

    /** All that is run from now on sees one state of the data. To be called before anything is run. */
    void holdView() throws SQLException {
        connection.rollback(); // what looked whether it is alive began a transaction
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    }

    void leaveView() throws SQLException {
        if (!connection.isClosed()) {
            connection.rollback();
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        }
    }

    @Override
    public void cancel() throws SQLException {
        Statement statement = running;
        if (statement != null) {
            engine.cancel(connection, statement);
        }
    }

    /** Closes the socket under it. The pool's own connection would only forget the driver's. */
    @Override
    public void abandon() throws SQLException {
        connection.unwrap(Connection.class).abort(Runnable::run);
    }
}
