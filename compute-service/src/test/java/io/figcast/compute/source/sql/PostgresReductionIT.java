package io.figcast.compute.source.sql;

import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.PGConnection;

import io.figcast.reduction.ReducedSlice;
import io.figcast.testing.PostgresServer;

/** What PostgreSQL makes of rows is what memory makes of them. */
class PostgresReductionIT {

    private static PostgresServer server;
    private static Connection connection;

    static IntStream seeds() {
        return IntStream.range(1_000, 1_000 + Integer.getInteger("figcast.seeds", 60));
    }

    @BeforeAll
    static void start() throws SQLException {
        server = PostgresServer.start();
        connection = server.connect();
    }

    @AfterAll
    static void stop() throws SQLException {
        connection.close();
        server.close();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theEngineReducesRowsToWhatMemoryReducesThemTo(int seed) throws Exception {
        RandomRows rows = RandomRows.of(seed);
        fill(rows);

        ReducedSlice reduced = EngineReduction.inBlocks(new Asked(connection),
                "SELECT x, y, n AS place FROM t WHERE category = ?", rows.x().length,
                Long.highestOneBit(1 + seed % 5 * (seed % 100)),
                rows.types());

        Reductions.assertEqual(reduced, rows.reducedInMemory());
    }

    private static void fill(RandomRows rows) throws Exception {
        server.execute("DROP TABLE IF EXISTS t", "CREATE TABLE t (category text, x float8, y float8, n bigint)");
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < rows.x().length; i++) {
            text.append(rows.isOurs()[i] ? "ours" : "theirs").append('\t').append(rows.x()[i]).append('\t')
                    .append(rows.y()[i]).append('\t').append(i * 3L).append('\n');
        }
        connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY t FROM STDIN", new StringReader(text.toString()));
    }
}
