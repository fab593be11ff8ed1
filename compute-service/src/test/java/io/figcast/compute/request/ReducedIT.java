package io.figcast.compute.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.figcast.compute.FastFruit;
import io.figcast.compute.Wire;
import io.figcast.reduction.ReducedSlice;
import io.figcast.reduction.Reduction;
import io.figcast.reduction.date.DatePrecision;
import io.figcast.reduction.memory.Selection;
import io.figcast.reduction.rows.AxisTypes;
import io.figcast.testing.KafkaAndRedis;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Requests for categories with more rows than are handed over. */
@QuarkusTest
@TestProfile(FastFruit.class)
@WithTestResource(KafkaAndRedis.class)
class ReducedIT {

    @Inject
    RedisDataSource redis;

    private Wire wire;

    @BeforeEach
    void open() {
        wire = Wire.signals();
    }

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void aLargeCategoryIsReducedOnceAndMemoizedWhereOthersKeepTheirRows() {
        wire.request("{\"dataset\":\"counted\",\"all\":true}");
        JsonNode large = ready("large", false);
        JsonNode small = ready("small", false);
        wire.request("{\"dataset\":\"counted\",\"category\":\"large\"}");
        JsonNode again = ready("large", true);

        assertThat(again.path("version")).isEqualTo(large.path("version"));
        assertThat(manifest(small).has("reduced")).isFalse();
        assertThat(manifest(small).path("rows").asInt()).isEqualTo(1_000);
        JsonNode manifest = manifest(large);
        assertThat(manifest.path("reduced").asBoolean()).isTrue();
        assertThat(manifest.path("rows").asInt()).isEqualTo(6_000);
        assertThat(manifest.path("omitted").asInt()).isEqualTo(1);
        assertThat(large.path("rows").asInt()).isEqualTo(6_000);
        ReducedSlice stored = ReducedSlice.of(ByteBuffer.wrap(value(large, large.path("version").asText() + ":x:0")),
                ByteBuffer.wrap(value(large, large.path("version").asText() + ":y:0")));
        double[] x = IntStream.range(0, 6_000).mapToDouble(row -> row * 7 % 1_000).toArray();
        double[] y = IntStream.range(0, 6_000).mapToDouble(row -> row % 13).toArray();
        ReducedSlice expected = new ReducedSlice(
                Reduction.of(Selection.all(x, y), AxisTypes.NUMBERS, ReducedSlice.MOST_POINTS), DatePrecision.MILLISECONDS,
                DatePrecision.MILLISECONDS);
        assertThat(stored.points()).isEqualTo(expected.points());
        assertThat(stored.bins()).isEqualTo(expected.bins());
    }

    private JsonNode ready(String category, boolean memoized) {
        return wire.awaitMessage(message -> message.path("dataset").asText().equals("counted")
                && message.path("category").asText().equals(category) && message.path("status").asText().equals("ready")
                && message.path("memoized").asBoolean() == memoized);
    }

    private JsonNode manifest(JsonNode signal) {
        return Wire.json(value(signal, "manifest"));
    }

    private byte[] value(JsonNode signal, String key) {
        return redis.value(byte[].class).get("figcast:1:{" + signal.path("slice").asText() + "}:" + key);
    }
}
