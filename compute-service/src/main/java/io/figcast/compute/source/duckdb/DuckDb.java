package io.figcast.compute.source.duckdb;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

import io.figcast.compute.source.duckdb.column.Sql;

/**
 * The embedded DuckDB for all file datasets, which reads from the given directories and reaches nothing else, neither
 * files nor network, whatever SQL it is given. There are two in-memory instances, each with half of the memory: with
 * several threads DuckDB 2.0 does not keep the order of the rows of text files, whatever {@code preserve_insertion_order}
 * says (large ones and several, under load most of the time), so these are read by an instance with one thread.
 */
public final class DuckDb implements AutoCloseable {

    private static final Pattern AMOUNT = Pattern.compile("\\s*(\\d+(?:\\.\\d+)?)(.*)");

    private final DuckDBConnection parallel;
    private final DuckDBConnection inOrder;

    private DuckDb(DuckDBConnection parallel, DuckDBConnection inOrder) {
        this.parallel = parallel;
        this.inOrder = inOrder;
    }

    /**
     * Starts both instances.
     *
     * @param memoryLimit of both together, such as {@code 2GB}; it lies outside the Java heap
     */
    public static DuckDb start(String memoryLimit, int threads, Collection<Path> readable) {
        String half = half(memoryLimit);
        return new DuckDb(instance(half, threads, readable), instance(half, 1, readable));
    }

    static String half(String memoryLimit) {
        Matcher amount = AMOUNT.matcher(memoryLimit);
        if (!amount.matches()) {
            throw new IllegalArgumentException("figcast.duckdb.memory-limit is not an amount: " + memoryLimit);
        }
        return new BigDecimal(amount.group(1)).divide(BigDecimal.valueOf(2)).toPlainString() + amount.group(2);
    }

    private static DuckDBConnection instance(String memoryLimit, int threads, Collection<Path> readable) {
        try {
            DuckDBConnection master = (DuckDBConnection) new DuckDBDriver().connect("jdbc:duckdb:",
                    settings(memoryLimit, threads));
            try (Statement statement = master.createStatement()) {
                statement.execute(
                        "SET allowed_directories = " + Sql.list(readable.stream().map(Path::toString).toList()));
                statement.execute("SET TimeZone = 'UTC'"); // a time without zone is the same on every machine
                statement.execute("SET enable_progress_bar = true"); // or no query would tell how far it is
                statement.execute("SET enable_progress_bar_print = false");
                statement.execute("SET enable_external_access = false");
                statement.execute("SET lock_configuration = true");
            }
            return master;
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

    /** One more connection, for one thread. */
    DuckDBConnection connect(Format format) throws SQLException {
        return (format.keepsItsOrderInParallel() ? parallel : inOrder).duplicate();
    }

    @Override
    public void close() {
        try {
            parallel.close();
            inOrder.close();
        } catch (SQLException e) {
            throw new IllegalStateException("the embedded DuckDB does not close", e);
        }
    }
}
