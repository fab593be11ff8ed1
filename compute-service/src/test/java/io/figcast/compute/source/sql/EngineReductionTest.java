package io.figcast.compute.source.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.IntStream;

import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.figcast.reduction.ReducedSlice;

/** What DuckDB makes of rows is what memory makes of them. */
class EngineReductionTest {

    private Connection connection;

    static IntStream seeds() {
        return IntStream.range(0, Integer.getInteger("figcast.seeds", 150));
    }

    @BeforeEach
    void start() throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
    }

    @AfterEach
    void stop() throws SQLException {
        connection.close();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theEngineReducesRowsToWhatMemoryReducesThemTo(int seed) throws SQLException {
        RandomRows rows = RandomRows.of(seed);
        fill(rows);

        ReducedSlice reduced = EngineReduction.inBlocks(new Asked(connection),
                "SELECT x, y, rowid * 3 AS place FROM t WHERE category = ?", rows.x().length,
                Long.highestOneBit(1 + seed % 5 * seed),
                rows.types());

        Reductions.assertEqual(reduced, rows.reducedInMemory());
        ReducedSlice read = ReducedSlice.of(ByteBuffer.wrap(reduced.points()), ByteBuffer.wrap(reduced.bins()));
        assertThat(read.points()).isEqualTo(reduced.points());
        assertThat(read.bins()).isEqualTo(reduced.bins());
    }

    private void fill(RandomRows rows) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE t (category VARCHAR, x DOUBLE, y DOUBLE)");
        }
        try (DuckDBAppender appender = connection.unwrap(DuckDBConnection.class).createAppender("t")) {
            for (int i = 0; i < rows.x().length; i++) {
                appender.beginRow();
                appender.append(rows.isOurs()[i] ? "ours" : "theirs");
                appender.append(rows.x()[i]);
                appender.append(rows.y()[i]);
                appender.endRow();
            }
        }
    }
}
