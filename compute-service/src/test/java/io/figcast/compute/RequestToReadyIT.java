package io.figcast.compute;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.figcast.testing.KafkaAndRedis;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(FastFruit.class)
@WithTestResource(KafkaAndRedis.class)
class RequestToReadyIT {

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
    void aRequestIsComputedOnceAndThenServedFromTheMemo() {
        wire.request("{\"category\":\"figs\"}");
        JsonNode computed = wire.awaitTerminal("figs");
        wire.request("{\"dataset\":\"fruit\",\"category\":\"figs\"}");
        JsonNode memoized = wire.awaitTerminal("figs", 2).get(1);

        assertThat(computed.path("status").asText()).isEqualTo("ready");
        assertThat(computed.path("rows").asInt()).isEqualTo(2000);
        assertThat(computed.path("memoized").asBoolean()).isFalse();
        assertThat(memoized.path("memoized").asBoolean()).isTrue();
        assertThat(memoized.path("version")).isEqualTo(computed.path("version"));
        assertThat(wire.records()).allSatisfy(
                record -> assertThat(new Contract("signal").complaints(record.value())).isEmpty());
    }
}
