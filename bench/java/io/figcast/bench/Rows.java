package io.figcast.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** The data of the benchmarks, and what DuckDB and Redis need at least to move a large slice. */
public final class Rows {

    private static final int CHUNK = 1 << 20;

    private Rows() {
    }

    public static void main(String[] arguments) throws SQLException, IOException {
        switch (arguments[0]) {
            case "generate" -> generate(arguments[1], Long.parseLong(arguments[2]), Long.parseLong(arguments[3]), arguments[4],
                    "(i // %1$d)");
            case "mix" -> generate(arguments[1], Long.parseLong(arguments[2]), Long.parseLong(arguments[3]), arguments[4],
                    "(i %% %2$d)");
            case "tenths" -> generate(arguments[1], Long.parseLong(arguments[2]), Long.parseLong(arguments[3]), arguments[4],
                    "(CASE WHEN i %% 10 = 0 THEN 1 ELSE 0 END)");
            case "group" -> group(arguments[1], arguments[2], arguments[3]);
            case "sorted" -> sorted(arguments[1], arguments[2]);
            case "scan" -> scan(arguments[1], arguments[2], arguments[3]);
            case "store" -> store(arguments[1], Long.parseLong(arguments[2]));
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    /**
     * Normally distributed rows in Parquet or CSV, by the file's name. They come from a hash of the row's number, so that
     * they are the same on every machine and with any number of threads. The categories are {@code <prefix>0},
     * {@code <prefix>1}, … one after the other, or in turns.
     */
    private static void generate(String file, long categories, long rowsEach, String prefix, String category)
            throws SQLException {
        String uniform = "((hash(i * 2 + %d) >> 11)::DOUBLE + 1) / 9007199254740993";
        String radius = "sqrt(-2 * ln(" + uniform.formatted(0) + "))";
        String angle = "2 * pi() * " + uniform.formatted(1);
        String query = "SELECT '%s' || %s AS category, %s * cos(%s) AS x, %s * sin(%s) AS y FROM range(%d) t(i)"
                .formatted(prefix, category.formatted(rowsEach, categories), radius, angle, radius, angle, categories * rowsEach);
        String format = file.endsWith(".parquet") ? "(FORMAT parquet)" : "(FORMAT csv, HEADER)";
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:"); Statement statement = connection.createStatement()) {
            statement.execute("COPY (%s) TO '%s' %s".formatted(query, file, format));
        }
    }

    /** Time of scanning a category's two columns in DuckDB: every value read and summed up, none handed out. */
    private static void scan(String file, String category, String threads) throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("threads", threads);
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:", settings);
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT count(*), sum(x), sum(y) FROM read_parquet('" + file + "') WHERE category = ?")) {
            statement.setString(1, category);
            long begin = System.nanoTime();
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                System.out.println("{\"rows\":" + result.getLong(1) + ",\"millis\":" + millisSince(begin) + "}");
            }
        }
    }

    /** Time of counting a category's rows in bins of a tenth in DuckDB. */
    private static void group(String file, String category, String threads) throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("threads", threads);
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:", settings);
                PreparedStatement statement = connection.prepareStatement("SELECT count(*), sum(n) FROM (SELECT floor(x / 0.1),"
                        + " floor(y / 0.1), count(*) AS n FROM read_parquet('" + file + "') WHERE category = ? GROUP BY 1, 2)")) {
            statement.setString(1, category);
            long begin = System.nanoTime();
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                System.out.println("{\"bins\":" + result.getLong(1) + ",\"millis\":" + millisSince(begin) + "}");
            }
        }
    }

    /** Time of one scan of a whole file that DuckDB sorts by category, none handed out. */
    private static void sorted(String file, String threads) throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("threads", threads);
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:", settings);
                Statement statement = connection.createStatement()) {
            long begin = System.nanoTime();
            statement.execute("CREATE TEMP TABLE sorted AS SELECT category, x, y FROM '" + file + "' ORDER BY category");
            System.out.println("{\"millis\":" + millisSince(begin) + "}");
        }
    }

    /** Time of storing so many rows' bytes in Redis: 1 MiB values with a time to live, four in flight. */
    private static void store(String address, long rows) throws IOException {
        byte[] chunk = new byte[CHUNK];
        long chunks = (rows * 16 + CHUNK - 1) / CHUNK;
        try (Redis redis = new Redis(address)) {
            long begin = System.nanoTime();
            for (long i = 0; i < chunks; i++) {
                redis.send(Redis.bytes("SET"), Redis.bytes("bench-rows:" + i), chunk, Redis.bytes("PX"), Redis.bytes("60000"));
                redis.flush();
                if (i >= 4) {
                    redis.reply();
                }
            }
            for (long i = 0; i < Math.min(4, chunks); i++) {
                redis.reply();
            }
            System.out.println("{\"bytes\":" + chunks * CHUNK + ",\"millis\":" + millisSince(begin) + "}");
            for (long i = 0; i < chunks; i++) {
                redis.send(Redis.bytes("DEL"), Redis.bytes("bench-rows:" + i));
                redis.flush();
                redis.reply();
            }
        }
    }

    private static long millisSince(long begin) {
        return (System.nanoTime() - begin) / 1_000_000;
    }
}
