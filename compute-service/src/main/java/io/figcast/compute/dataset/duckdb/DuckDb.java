package io.figcast.compute.dataset.duckdb;

import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.Properties;

import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/**
 * The embedded DuckDB: one in-memory instance for all file datasets, which reads from the given directories and
 * reaches nothing else, neither files nor network, whatever SQL it is given.
 */
public final class DuckDb implements AutoCloseable {

    private final DuckDBConnection master;

    private DuckDb(DuckDBConnection master) {
        this.master = master;
    }

    /**
     * Starts the instance.
     *
     * @param memoryLimit such as {@code 2GB}; it lies outside the Java heap
     */
    public static DuckDb start(String memoryLimit, int threads, Collection<Path> readable) {
        try {
            DuckDBConnection master = (DuckDBConnection) new DuckDBDriver().connect("jdbc:duckdb:",
                    settings(memoryLimit, threads));
            try (Statement statement = master.createStatement()) {
                statement.execute(
                        "SET allowed_directories = " + Sql.list(readable.stream().map(Path::toString).toList()));
                statement.execute("SET enable_external_access = false");
                statement.execute("SET lock_configuration = true");
            }
            return new DuckDb(master);
        } catch (SQLException e) {
            throw new IllegalStateException("the embedded DuckDB does not start", e);
        }
    }

    private static Properties settings(String memoryLimit, int threads) {
        Properties settings = new Properties();
        settings.setProperty("memory_limit", memoryLimit);
        settings.setProperty("threads", Integer.toString(threads));
        settings.setProperty("preserve_insertion_order", "true");
        settings.setProperty("temp_directory", ""); // spilling would need a writable file system
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true"); // a materialized result ignores the limit
        return settings;
    }

    /** One more connection to the instance, for one thread. */
    DuckDBConnection connect() throws SQLException {
        return master.duplicate();
    }

    @Override
    public void close() {
        try {
            master.close();
        } catch (SQLException e) {
            throw new IllegalStateException("the embedded DuckDB does not close", e);
        }
    }
}
