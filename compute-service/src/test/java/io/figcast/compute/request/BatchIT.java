package io.figcast.compute.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.figcast.compute.FastFruit;
import io.figcast.compute.Wire;
import io.figcast.testing.KafkaAndRedis;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(FastFruit.class)
@WithTestResource(KafkaAndRedis.class)
class BatchIT {

    @Inject
    MeterRegistry metrics;

    @Inject
    RedisDataSource redis;

    @Test
    void allOfAFileAreComputedOnceEachWhateverIsWrongWithTwo() {
        try (Wire wire = Wire.signals()) {
            double before = computations();
            wire.request("{\"dataset\":\"many\",\"all\":true}");
            Map<String, JsonNode> ends = new HashMap<>();
            await().atMost(Duration.ofMinutes(2)).until(() -> {
                wire.records().stream().map(ConsumerRecord::value).map(Wire::json)
                        .filter(signal -> signal.path("dataset").asText().equals("many"))
                        .filter(signal -> !signal.path("status").asText().equals("computing"))
                        .forEach(signal -> ends.merge(signal.path("category").asText(), signal, BatchIT::same));
                return ends.size() == FastFruit.CATEGORIES;
            });

            assertThat(ends.get("c" + FastFruit.LARGE).at("/error/code").asText()).isEqualTo("TOO_LARGE");
            assertThat(ends.get("c" + FastFruit.ODD).at("/error/message").asText())
                    .isEqualTo("column y holds 'many', which is not a number");
            for (int category = 0; category < FastFruit.CATEGORIES; category++) {
                if (category != FastFruit.LARGE && category != FastFruit.ODD) {
                    JsonNode ready = ends.get("c" + category);
                    assertThat(ready.path("status").asText()).as("c" + category).isEqualTo("ready");
                    assertThat(column(ready, 'x')).containsExactly(0, 1, 2);
                    assertThat(column(ready, 'y')).containsExactly(category * 10, category * 10 + 1, category * 10 + 2);
                }
            }
            assertThat(computations() - before).isEqualTo(FastFruit.CATEGORIES);
        }
    }

    /** A record seen twice is one signal; two signals would have two versions, or one would be memoized. */
    private static JsonNode same(JsonNode one, JsonNode other) {
        assertThat(other).isEqualTo(one);
        return one;
    }

    private double[] column(JsonNode ready, char column) {
        String key = "figcast:1:{" + ready.path("slice").asText() + "}:" + ready.path("version").asText() + ":" + column + ":0";
        DoubleBuffer values = ByteBuffer.wrap(redis.value(byte[].class).get(key)).order(ByteOrder.LITTLE_ENDIAN)
                .asDoubleBuffer();
        double[] all = new double[values.remaining()];
        values.get(all);
        return all;
    }

    private double computations() {
        return metrics.get("figcast.computations").tag("dataset", "many").counter().count();
    }
}
