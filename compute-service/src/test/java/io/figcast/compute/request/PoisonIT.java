package io.figcast.compute.request;

import static io.figcast.compute.Wire.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.figcast.compute.Contract;
import io.figcast.compute.FastFruit;
import io.figcast.compute.Wire;
import io.figcast.testing.KafkaAndRedis;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;

/** No record on a request topic stops the consumer, redirects a signal or loses a neighbour. */
@QuarkusTest
@TestProfile(FastFruit.class)
@WithTestResource(KafkaAndRedis.class)
class PoisonIT {

    private static final byte[] VALID = bytes("{\"category\":\"apples\"}");

    private Wire signals;
    private Wire rejects;

    @BeforeEach
    void open() {
        signals = Wire.signals();
        rejects = Wire.rejects();
    }

    @AfterEach
    void close() {
        signals.close();
        rejects.close();
    }

    @Test
    void aContentTypeHeaderWithoutValueDoesNotStopTheConsumer() {
        computesInSpiteOf("content-type", null);
    }

    @Test
    void brokenCloudEventHeadersDoNotStopTheConsumer() {
        ProducerRecord<byte[], byte[]> record = on(0, VALID);
        record.headers().add("content-type", bytes("application/cloudevents+json")).add("ce_specversion", bytes("1.0"))
                .add("ce_id", bytes("1")).add("ce_type", bytes("x")).add("ce_time", bytes("yesterday"))
                .add("ce_source", bytes(" :not a uri"));
        signals.send(record);
        stillAlive(0);
    }

    @Test
    void aReplyTopicDoesNotRedirectSignals() throws ExecutionException, InterruptedException {
        computesInSpiteOf("REPLY_TOPIC", bytes("elsewhere"));

        try (Admin admin = Admin.create(java.util.Map.of("bootstrap.servers", KafkaAndRedis.kafka().address()))) {
            Set<String> topics = admin.listTopics().names().get();
            assertThat(topics).doesNotContain("elsewhere");
        }
    }

    @Test
    void aBrokenReplyPartitionLosesNoSignal() {
        computesInSpiteOf("REPLY_PARTITION", new byte[] { 1 });
    }

    @Test
    void aHeaderOfTheDeadLetterStrategySendsNothingAwayUncomputed() {
        computesInSpiteOf("deserialization-failure-dlq", bytes("true"));
    }

    @Test
    void aRecordWithoutKeyAndValueIsRejectedAndTheNextIsProcessed() {
        RecordMetadata sent = signals.send(new ProducerRecord<>("category-requests", 1, null, null));

        assertThat(rejectOf(sent).path("code").asText()).isEqualTo("MALFORMED");
        stillAlive(1);
    }

    @Test
    void aRecordAsLargeAsTheTopicTakesHasASmallReject() {
        byte[] large = new byte[62 * 1024];
        new Random(1).nextBytes(large);
        RecordMetadata sent = signals.send(new ProducerRecord<>("category-requests", 2, new byte[1_000], large));

        assertThat(rejectOf(sent).path("code").asText()).isEqualTo("MALFORMED");
        assertThat(rejects.records()).allSatisfy(record -> assertThat(record.value()).hasSizeLessThan(3_000));
        stillAlive(2);
    }

    @Test
    void randomBytesEverywhereAreRejectedOneByOne() {
        Random random = new Random(7);
        RecordMetadata last = null;
        for (int i = 0; i < 200; i++) {
            byte[] key = new byte[random.nextInt(50)];
            byte[] value = new byte[random.nextInt(2_000)];
            byte[] header = new byte[random.nextInt(20)];
            random.nextBytes(key);
            random.nextBytes(value);
            random.nextBytes(header);
            ProducerRecord<byte[], byte[]> record = new ProducerRecord<>("category-requests", 3, key, value);
            record.headers().add(new String(header, StandardCharsets.ISO_8859_1), value);
            last = signals.send(record);
        }
        rejectOf(last);

        assertThat(rejects.records().stream().filter(record -> Wire.json(record.value()).path("partition").asInt() == 3))
                .hasSize(200).allSatisfy(
                        record -> assertThat(new Contract("reject").complaints(record.value())).isEmpty());
        stillAlive(3);
    }

    @Test
    void whatIsUnknownIsRejectedWithItsReason() {
        assertThat(rejectOf(signals.request("{\"dataset\":\"vegetables\",\"category\":\"figs\"}")).path("code").asText())
                .isEqualTo("UNKNOWN_DATASET");
        assertThat(rejectOf(signals.request("{\"category\":\"<script>alert(1)</script>\"}")).path("code").asText())
                .isEqualTo("UNKNOWN_CATEGORY");
        assertThat(rejectOf(signals.request("{\"category\":\"" + "🍐".repeat(300) + "\"}")).path("code").asText())
                .isEqualTo("TOO_LONG");
    }

    private void computesInSpiteOf(String header, byte[] value) {
        ProducerRecord<byte[], byte[]> record = on(0, VALID);
        record.headers().add(header, value);
        signals.send(record);
        stillAlive(0);
    }

    /** The record itself and one behind it are answered, and the service is well. */
    private void stillAlive(int partition) {
        signals.send(on(partition, bytes("{\"category\":\"pineapples\",\"refresh\":true}")));
        JsonNode next = signals.awaitTerminal("pineapples");
        assertThat(next.path("status").asText()).isEqualTo("ready");
        if (partition == 0) {
            assertThat(signals.awaitTerminal("apples").path("status").asText()).isEqualTo("ready");
        }
        await().atMost(PATIENCE).untilAsserted(
                () -> RestAssured.get("/q/health/live").then().statusCode(200));
    }

    private JsonNode rejectOf(RecordMetadata sent) {
        return rejects.awaitMessage(reject -> reject.path("partition").asInt() == sent.partition()
                && reject.path("offset").asLong() == sent.offset());
    }

    private static ProducerRecord<byte[], byte[]> on(int partition, byte[] value) {
        return new ProducerRecord<>("category-requests", partition, null, value);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
