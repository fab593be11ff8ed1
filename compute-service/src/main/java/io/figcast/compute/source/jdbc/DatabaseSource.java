package io.figcast.compute.source.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;

import org.jspecify.annotations.Nullable;

import io.figcast.compute.slice.SliceSource.Reading;
import io.figcast.compute.source.CategoryCollector;
import io.figcast.compute.source.CategoryList;
import io.figcast.compute.source.Fingerprint;
import io.figcast.compute.source.Source;
import io.figcast.compute.source.files.DataFile;
import io.figcast.compute.source.files.DataFiles;
import io.figcast.compute.source.files.FileHashes;

/** A dataset in a database. */
public final class DatabaseSource implements Source {

    /** As many as there are workers by default, so that none waits for a connection. */
    private static final int CONNECTIONS = 6;
    private static final int FETCH = 1_000;

    private final Database database;
    private final DataFiles files;
    private final FileHashes hashes;
    private final int mostCategories;
    private @Nullable Pool pool;

    public DatabaseSource(Database database, DataFiles files, FileHashes hashes, int mostCategories) {
        this.database = database;
        this.files = files;
        this.hashes = hashes;
        this.mostCategories = mostCategories;
    }

    @Override
    public String fingerprint() {
        Fingerprint fingerprint = Fingerprint.of("database").text(Secrets.withoutCredentials(database.url()))
                .text(database.categoriesQuery()).text(database.sliceQuery());
        for (String spec : database.files()) {
            for (DataFile file : files.find(spec)) {
                fingerprint.text(file.name()).text(hashes.of(file));
            }
        }
        return fingerprint.hex();
    }

    @Override
    public CategoryList categories() {
        CategoryCollector collector = new CategoryCollector(mostCategories);
        withConnection(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(database.categoriesQuery())) {
                prepare(statement);
                statement.setFetchSize(FETCH);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next() && collector.add(rows.getString(1))) {
                        // the collector keeps it
                    }
                }
            }
        }, () -> {
        });
        return collector.list();
    }

    @Override
    public Reading open(String category) {
        return new DatabaseReading(this, category);
    }

    @Override
    public boolean changesUnseen() {
        return true;
    }

    String sliceQuery() {
        return database.sliceQuery();
    }

    /** Lets the deadline reach the database, where its driver can. */
    void prepare(Statement statement) throws SQLException {
        try {
            statement.setQueryTimeout((int) Math.max(1, database.deadline().plusMillis(999).toSeconds()));
        } catch (SQLFeatureNotSupportedException e) {
            // then cancelling ends it
        }
    }

    /** Runs one thing on a connection of its own; the transaction, where there is one, is not committed. */
    void withConnection(Work work, Runnable beforeFailing) {
        Pool connections = pool();
        try (Connection connection = connections.connect()) {
            try {
                work.on(connection);
            } finally {
                if (!connection.getAutoCommit()) {
                    connection.rollback();
                }
            }
        } catch (SQLException e) {
            beforeFailing.run();
            throw connections.failure(e);
        }
    }

    private synchronized Pool pool() {
        if (pool == null) {
            pool = Pool.of(database, CONNECTIONS);
        }
        return pool;
    }

    @Override
    public synchronized void close() {
        if (pool != null) {
            pool.close();
        }
    }

    /** What is done on a connection. */
    interface Work {
        void on(Connection connection) throws SQLException;
    }
}
