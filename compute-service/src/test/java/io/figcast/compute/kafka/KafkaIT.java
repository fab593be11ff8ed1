package io.figcast.compute.kafka;

import static io.figcast.compute.Wire.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.inject.Inject;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.figcast.compute.FastFruit;
import io.figcast.compute.Wire;
import io.figcast.testing.KafkaAndRedis;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;

@QuarkusTest
@TestProfile(FastFruit.class)
@WithTestResource(KafkaAndRedis.class)
class KafkaIT {

    @Inject
    Sender sender;

    @Test
    void missingTopicsAreCreatedAsContracted() throws ExecutionException, InterruptedException {
        Wire.signals().close();
        Wire.rejects().close();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", KafkaAndRedis.kafka().address()))) {
            assertThat(admin.describeTopics(List.of("category-requests", "category-requests-bulk", "slice-signals",
                    "category-requests-rejected")).allTopicNames().get())
                    .allSatisfy((name, topic) -> assertThat(topic.partitions())
                            .hasSize(name.equals("category-requests") || name.equals("category-requests-bulk") ? 12 : 1));
            assertThat(setting(admin, "category-requests", "max.message.bytes")).isEqualTo("65536");
            assertThat(setting(admin, "category-requests-bulk", "retention.ms")).isEqualTo("604800000");
            assertThat(setting(admin, "slice-signals", "cleanup.policy")).isIn("compact,delete", "delete,compact");
            assertThat(setting(admin, "slice-signals", "segment.ms")).isEqualTo("600000");
            assertThat(setting(admin, "slice-signals", "segment.bytes")).isEqualTo("4194304");
            assertThat(setting(admin, "slice-signals", "min.cleanable.dirty.ratio")).isEqualTo("0.1");
            assertThat(setting(admin, "category-requests-rejected", "max.message.bytes")).isEqualTo("1048576");
        }
    }

    @Test
    void whatWasAcceptedIsAnnouncedWhenKafkaIsBack() {
        try (Wire wire = Wire.signals()) {
            wire.request("{\"dataset\":\"slow\",\"category\":\"18\"}");
            wire.awaitMessage(message -> message.path("category").asText().equals("18"));
            KafkaAndRedis.kafka().kill();
            try {
                awaitHealth(Matchers.startsWith("away since"));
            } finally {
                KafkaAndRedis.kafka().start();
            }
            JsonNode ready = wire.awaitTerminal("18");
            wire.request("{\"dataset\":\"slow\",\"category\":\"18\"}");

            assertThat(ready.path("status").asText()).isEqualTo("ready");
            assertThat(wire.awaitMessage(message -> message.path("category").asText().equals("18")
                    && message.path("memoized").asBoolean()).path("version")).isEqualTo(ready.path("version"));
            awaitHealth(Matchers.equalTo("there"));
            RestAssured.get("/q/metrics").then().statusCode(200)
                    .body(Matchers.containsString("figcast_requests_total{dataset=\"slow\",outcome=\"computed\""))
                    .body(Matchers.containsString("figcast_queue_length"));
        }
    }

    @Test
    void aMissingTopicHoldsUpNoOther() throws InterruptedException, ExecutionException, TimeoutException {
        for (int i = 0; i < 20; i++) {
            var unused = sender.send("a-topic-that-is-not-there", null, new byte[] { 1 });
        }

        sender.send("category-requests-rejected", null, "{}".getBytes(StandardCharsets.UTF_8)).toCompletableFuture()
                .get(4, TimeUnit.SECONDS);
    }

    private static void awaitHealth(org.hamcrest.Matcher<String> kafka) {
        await().atMost(PATIENCE).untilAsserted(() -> RestAssured.get("/q/health/ready").then().statusCode(200)
                .body("checks.find { it.name == 'dependencies' }.data.kafka", kafka));
    }

    private static String setting(Admin admin, String topic, String name) throws ExecutionException, InterruptedException {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        Config config = admin.describeConfigs(List.of(resource)).all().get().get(resource);
        return config.get(name).value();
    }
}
