package io.figcast.compute.source.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import io.figcast.compute.source.RunningQuery;

/** A connection as long as one query has it, and the ways to end that query. */
final class Session implements RunningQuery.Query {

    private final Connection connection;
    private final Engine engine;
    private final Duration deadline;
    private final Statements sql;
    private volatile @Nullable Statement running;

    Session(Connection connection, Engine engine, Duration deadline, Statements sql) {
        this.connection = connection;
        this.engine = engine;
        this.deadline = deadline;
        this.sql = sql;
    }

    Statements sql() {
        return sql;
    }

    String existsSql() throws SQLException {
        return sql.exists(engine, connection);
    }

    /** The one statement of this session; its deadline reaches the database where the driver can. */
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
