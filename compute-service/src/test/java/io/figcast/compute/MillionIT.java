package io.figcast.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;

import jakarta.inject.Inject;

import org.duckdb.DuckDBDriver;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.figcast.testing.KafkaAndRedis;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

/** A dataset of a million categories, and one of one category more. */
@QuarkusTest
@TestProfile(MillionIT.Million.class)
@WithTestResource(KafkaAndRedis.class)
class MillionIT {

    private static final int MILLION = 1_000_000;

    /** Both datasets in Parquet. */
    public static class Million implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            Path directory = FastFruit.GROWING.resolveSibling("million");
            write(directory, "million", MILLION);
            write(directory, "beyond", MILLION + 1);
            return Map.of("figcast.data-directories", directory.toString(), "figcast.datasets.million.file", "million.parquet",
                    "figcast.datasets.beyond.file", "beyond.parquet", "figcast.datasets.million.category-column", "c",
                    "figcast.datasets.beyond.category-column", "c", "figcast.catalogue.check-every", "1s");
        }

        private static void write(Path directory, String name, int categories) {
            try (var duckDb = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
                    var statement = duckDb.createStatement()) {
                Files.createDirectories(directory);
                statement.execute(
                        "copy (select format('category{:07d}', i) c, i::double x, -i::double y from range(" + categories
                                + ") t(i)) to '" + directory.resolve(name + ".parquet") + "'");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Inject
    Redis redis;

    @Test
    void eachIsPublishedAndAdmittedAndOneMoreIsRefusedWithTheBound() {
        String million = awaitCatalogue("million", "\"category0999999\"");
        assertThat(million).doesNotContain("\"error\"").matches("(?s).*,\"revision\":\"[0-9a-f]{40}\"}");

        try (Wire signals = Wire.signals(); Wire rejects = Wire.rejects()) {
            signals.request("{\"dataset\":\"million\",\"category\":\"category0765432\"}");
            JsonNode ready = signals.awaitTerminal("category0765432");
            assertThat(ready.path("status").asText()).isEqualTo("ready");
            assertThat(ready.path("rows").asInt()).isOne();
            signals.request("{\"dataset\":\"million\",\"category\":\"category1000000\"}");
            rejects.awaitMessage(reject -> reject.path("code").asText().equals("UNKNOWN_CATEGORY"));
        }

        String beyond = awaitCatalogue("beyond", "\"error\"");
        assertThat(beyond)
                .contains("there are more than 1000000 categories, the most that figcast.catalogue.max-categories allows");
    }

    private String awaitCatalogue(String dataset, String part) {
        return await().atMost(Duration.ofSeconds(60)).until(() -> {
            Response text = redis.send(Request.cmd(Command.GET).arg("figcast:1:catalogue:" + dataset)).toCompletionStage()
                    .toCompletableFuture().join();
            return text == null ? "" : text.toString();
        }, text -> text.contains(part));
    }
}
