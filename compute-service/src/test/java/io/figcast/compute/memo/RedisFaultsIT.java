package io.figcast.compute.memo;

import static io.figcast.compute.Wire.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.zip.CRC32C;

import jakarta.inject.Inject;

import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.figcast.compute.FastFruit;
import io.figcast.compute.Wire;
import io.figcast.testing.KafkaAndRedis;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;

/** Redis hung, killed, emptied or full: requests wait for it or say so, and none is lost. */
@QuarkusTest
@TestProfile(FastFruit.class)
@WithTestResource(KafkaAndRedis.class)
class RedisFaultsIT {

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
    void aRequestWaitsForAHungRedis() {
        KafkaAndRedis.redis().pause();
        try {
            wire.request("{\"dataset\":\"slow\",\"category\":\"12\",\"refresh\":true}");
            awaitHealth(Matchers.startsWith("away since"));
            assertThat(wire.terminal("12")).isEmpty();
        } finally {
            KafkaAndRedis.redis().resume();
        }
        assertThat(wire.awaitTerminal("12").path("status").asText()).isEqualTo("ready");
        awaitHealth(Matchers.equalTo("there"));
    }

    @Test
    void aRequestSurvivesThatRedisIsKilledWhileItIsComputed() {
        wire.request("{\"dataset\":\"slow\",\"category\":\"13\",\"refresh\":true}");
        wire.awaitMessage(message -> message.path("category").asText().equals("13"));
        KafkaAndRedis.redis().kill();
        KafkaAndRedis.redis().start();

        assertThat(wire.awaitTerminal("13").path("status").asText()).isEqualTo("ready");
    }

    @Test
    void aRequestSurvivesThatRedisIsEmptiedWhileItIsComputed() {
        wire.request("{\"dataset\":\"slow\",\"category\":\"14\",\"refresh\":true}");
        wire.awaitMessage(message -> message.path("category").asText().equals("14"));
        redis.flushall();
        JsonNode ready = wire.awaitTerminal("14");

        assertThat(ready.path("status").asText()).isEqualTo("ready");
        assertThat(redis.key().exists("figcast:1:{" + ready.path("slice").asText() + "}:manifest")).isTrue();
    }

    @Test
    void aFullRedisIsAFailureThatSaysSo() {
        redis.execute("CONFIG", "SET", "maxmemory", "1");
        try {
            wire.request("{\"dataset\":\"slow\",\"category\":\"15\",\"refresh\":true}");
            JsonNode failed = wire.awaitTerminal("15");
            assertThat(failed.path("status").asText()).isEqualTo("failed");
            assertThat(failed.path("error").path("code").asText()).isEqualTo("STORE_UNAVAILABLE");
        } finally {
            redis.execute("CONFIG", "SET", "maxmemory", "0");
        }
        wire.request("{\"dataset\":\"slow\",\"category\":\"15\",\"refresh\":true}");
        assertThat(wire.awaitTerminal("15", 2).get(1).path("status").asText()).isEqualTo("ready");
    }

    @Test
    void aSliceOfSeveralChunksIsStoredWholeAndEveryKeyHasAnEnd() {
        wire.request("{\"dataset\":\"chunky\",\"category\":\"two\",\"refresh\":true}");
        JsonNode ready = wire.awaitMessage(message -> message.path("dataset").asText().equals("chunky")
                && message.path("status").asText().equals("ready"));
        String prefix = "figcast:1:{" + ready.path("slice").asText() + "}:";
        JsonNode manifest = Wire.json(redis.value(byte[].class).get(prefix + "manifest"));
        CRC32C checksum = new CRC32C();
        double last = 0;
        for (int n = 0; n < 3; n++) {
            byte[] chunk = redis.value(byte[].class).get(prefix + ready.path("version").asText() + ":x:" + n);
            checksum.update(chunk);
            last = ByteBuffer.wrap(chunk).order(ByteOrder.LITTLE_ENDIAN).getDouble(chunk.length - Double.BYTES);
        }

        assertThat(manifest.path("chunks").asInt()).isEqualTo(3);
        assertThat(manifest.path("rows").asLong()).isEqualTo(300_000);
        assertThat(last).isEqualTo(299_999);
        assertThat(manifest.path("checksum").asText()).startsWith("crc32c:%08x-".formatted(checksum.getValue()));
        assertThat(redis.key().keys("figcast:*")).isNotEmpty()
                .allSatisfy(key -> assertThat(redis.key().pttl(key)).isPositive());
    }

    private static void awaitHealth(org.hamcrest.Matcher<String> redis) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).untilAsserted(
                () -> RestAssured.get("/q/health/ready").then().statusCode(200)
                        .body("checks.find { it.name == 'dependencies' }.data.redis", redis));
    }
}
