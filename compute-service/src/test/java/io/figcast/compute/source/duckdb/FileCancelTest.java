package io.figcast.compute.source.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.figcast.compute.slice.ColumnTypes;
import io.figcast.compute.slice.ReducedRows;
import io.figcast.compute.slice.RowSink;
import io.figcast.compute.slice.SliceSource.Reading;
import io.figcast.compute.slice.SourceFailedException;
import io.figcast.compute.source.duckdb.column.Sql;

class FileCancelTest {

    @TempDir
    Path directory;
    FileSources sources;

    /**
     * One file under many names. Its y is different in each row and slow to turn into text: with y as the category,
     * reading them all takes far longer than the test waits.
     */
    @BeforeEach
    void makeFilesWithoutEnd() throws Exception {
        Path first = directory.resolve("0.parquet");
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute("COPY (SELECT (i % 3)::INT AS c, 1.5 AS x, i + 0.25::DOUBLE AS y FROM range(10000000) t(i)) TO "
                    + Sql.literal(first.toString()) + " (FORMAT parquet)");
        }
        for (int i = 1; i < 60; i++) {
            Files.createLink(directory.resolve(i + ".parquet"), first);
        }
        sources = new FileSources(directory);
    }

    @AfterEach
    void stop() {
        sources.close();
    }

    @Test
    void cancelEndsAQueryThatHasNotGivenARowYet() {
        Reading reading = sources.of("*.parquet", "y", "x", "c").open("none of them");
        var read = CompletableFuture.runAsync(() -> reading.read(new RowList()));
        await().pollDelay(Duration.ofSeconds(1)).until(() -> !read.isDone());

        reading.cancel();

        await().atMost(Duration.ofSeconds(60)).until(read::isDone);
        assertThatThrownBy(read::join).hasRootCauseInstanceOf(SourceFailedException.class)
                .hasMessageContaining("cancelled");
    }

    @Test
    void cancelEndsTheHandingOverOfRows() throws Exception {
        Reading reading = sources.of("0.parquet", "c", "x", "y").open("1");
        CountDownLatch streaming = new CountDownLatch(100_000);
        var read = CompletableFuture.runAsync(() -> reading.read(new RowSink() {

            @Override
            public void columns(ColumnTypes types) {
            }

            @Override
            public void row(double x, double y) {
                streaming.countDown();
            }

            @Override
            public void omit() {
            }

            @Override
            public void reduced(ReducedRows instead) {
            }
        }));
        streaming.await();

        reading.cancel();

        await().atMost(Duration.ofSeconds(60)).until(read::isDone);
        assertThat(read).isCompletedExceptionally();
    }

    @Test
    void cancelBeforeReadingIsRemembered() {
        Reading reading = sources.of("*.parquet", "c", "x", "y").open("1");
        reading.cancel();
        assertThatThrownBy(() -> reading.read(new RowList())).hasMessageContaining("cancelled");
    }
}
