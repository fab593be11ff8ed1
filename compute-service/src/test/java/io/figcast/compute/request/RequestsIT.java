package io.figcast.compute.request;

import static io.figcast.compute.Wire.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.figcast.compute.Contract;
import io.figcast.compute.FastFruit;
import io.figcast.compute.Wire;
import io.figcast.testing.KafkaAndRedis;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(FastFruit.class)
@WithTestResource(KafkaAndRedis.class)
class RequestsIT {

    @Inject
    MeterRegistry metrics;

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
        wire.request("{\"category\":\"figs\",\"forget\":true}");
        wire.awaitTerminal("figs");
        wire.request("{\"category\":\"figs\"}");
        JsonNode computed = wire.awaitTerminal("figs", 2).get(1);
        wire.request("{\"dataset\":\"fruit\",\"category\":\"figs\"}");
        JsonNode memoized = wire.awaitTerminal("figs", 3).get(2);

        assertThat(computed.path("status").asText()).isEqualTo("ready");
        assertThat(computed.path("rows").asInt()).isEqualTo(2000);
        assertThat(computed.path("memoized").asBoolean()).isFalse();
        assertThat(memoized.path("memoized").asBoolean()).isTrue();
        assertThat(memoized.path("version")).isEqualTo(computed.path("version"));
        assertThat(wire.records()).allSatisfy(
                record -> assertThat(new Contract("signal").complaints(record.value())).isEmpty());
    }

    @Test
    void manyAtOnceLeadToOneComputation() {
        double before = computations("slow");
        for (int i = 0; i < 60; i++) {
            wire.request("{\"dataset\":\"slow\",\"category\":\"7\"}");
        }
        wire.awaitTerminal("7");
        wire.request("{\"dataset\":\"slow\",\"category\":\"7\"}");
        wire.awaitMessage(message -> message.path("category").asText().equals("7") && message.path("memoized").asBoolean());

        assertThat(computations("slow") - before).isEqualTo(1);
        assertThat(wire.messages()).filteredOn(message -> message.path("status").asText().equals("computing")).hasSize(1);
    }

    @Test
    void refreshComputesAgainAndIfVersionOnlyWhatItNames() {
        wire.request("{\"category\":\"oranges\"}");
        String first = wire.awaitTerminal("oranges").path("version").asText();
        wire.request("{\"category\":\"oranges\",\"refresh\":true}");
        String second = wire.awaitTerminal("oranges", 2).get(1).path("version").asText();
        wire.request("{\"category\":\"oranges\",\"refresh\":true,\"ifVersion\":\"" + first + "\"}");
        JsonNode unchanged = wire.awaitTerminal("oranges", 3).get(2);
        wire.request("{\"category\":\"oranges\",\"refresh\":true,\"ifVersion\":\"" + second + "\"}");
        JsonNode third = wire.awaitTerminal("oranges", 4).get(3);

        assertThat(second).isNotEqualTo(first);
        assertThat(unchanged.path("version").asText()).isEqualTo(second);
        assertThat(unchanged.path("memoized").asBoolean()).isTrue();
        assertThat(third.path("version").asText()).isNotEqualTo(second);
        assertThat(third.path("memoized").asBoolean()).isFalse();
    }

    @Test
    void refreshOfAVersionThatIsGoneComputesNothing() {
        wire.request("{\"category\":\"pineapples\",\"forget\":true}");
        wire.awaitTerminal("pineapples");
        double before = computations("fruit");
        wire.request("{\"category\":\"pineapples\",\"refresh\":true,\"ifVersion\":\"gone\"}");
        JsonNode nothing = wire.awaitTerminal("pineapples", 2).get(1);

        assertThat(nothing.path("status").asText()).isEqualTo("invalidated");
        assertThat(computations("fruit")).isEqualTo(before);
    }

    @Test
    void theEndOfAForgetNamesItsRequestAsItsSenderCallsIt() {
        forgetFigs("mine-1.a_b");
        JsonNode named = wire.awaitMessage(message -> message.path("forgets").path(0).asText().endsWith("/mine-1.a_b"));
        forgetFigs("category-requests/1/2/3 a");
        JsonNode hostile = wire.awaitMessage(message -> message.path("category").asText().equals("figs")
                && message.path("status").asText().equals("invalidated") && !message.equals(named));

        assertThat(named.path("forgets").path(0).asText()).matches("category-requests/2/[0-9]+/[0-9]{13}/mine-1.a_b");
        assertThat(hostile.path("forgets").path(0).asText()).matches("category-requests/2/[0-9]+/[0-9]{13}");
    }

    private void forgetFigs(String name) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>("category-requests", 2, null,
                "{\"category\":\"figs\",\"forget\":true}".getBytes(StandardCharsets.UTF_8));
        record.headers().add("figcast-request", name.getBytes(StandardCharsets.UTF_8));
        wire.send(record);
    }

    @Test
    void forgetRemovesTheSliceAndSaysSo() {
        wire.request("{\"dataset\":\"penguins\",\"category\":\"Gentoo\"}");
        wire.awaitTerminal("Gentoo");
        wire.request("{\"dataset\":\"penguins\",\"category\":\"Gentoo\",\"forget\":true}");
        JsonNode gone = wire.awaitTerminal("Gentoo", 2).get(1);
        wire.request("{\"dataset\":\"penguins\",\"category\":\"Gentoo\"}");
        JsonNode again = wire.awaitTerminal("Gentoo", 3).get(2);

        assertThat(gone.path("status").asText()).isEqualTo("invalidated");
        assertThat(gone.path("available").isNull()).isTrue();
        assertThat(again.path("memoized").asBoolean()).isFalse();
    }

    @Test
    void allReachesEveryCategoryThroughTheBulkTopic() {
        wire.request("{\"dataset\":\"slow\",\"all\":true,\"forget\":true}");
        for (int i = 0; i < 20; i++) {
            String category = Integer.toString(i);
            wire.awaitMessage(message -> message.path("status").asText().equals("invalidated")
                    && message.path("category").asText().equals(category));
        }
    }

    @Test
    void aJobMayAskForANewCategoryAsSoonAsItHasWrittenItsRows() throws IOException {
        List<String> written = IntStream.range(0, 20).mapToObj(i -> "new " + i).toList();
        try (Wire rejects = Wire.rejects()) {
            for (String category : written) {
                Files.writeString(FastFruit.GROWING, category + ",1,2\n", StandardOpenOption.APPEND);
                wire.request("{\"dataset\":\"growing\",\"category\":\"" + category + "\"}");
            }
            for (String category : written) {
                assertThat(wire.awaitTerminal(category).path("rows").asInt()).as(category).isOne();
            }
            rejects.assertNoMoreThan(0);
        }
    }

    @Test
    void allMeansTheCategoriesOfThisMoment() throws IOException {
        Files.writeString(FastFruit.GROWING, "newest,1,2\n", StandardOpenOption.APPEND);
        wire.request("{\"dataset\":\"growing\",\"all\":true}");
        assertThat(wire.awaitTerminal("newest").path("status").asText()).isEqualTo("ready");
    }

    @Test
    void aFailureIsRememberedForItsTimeAndBypassedByRefresh() {
        wire.request("{\"dataset\":\"broken\",\"category\":\"one\"}");
        JsonNode failed = wire.awaitTerminal("one");
        wire.request("{\"dataset\":\"broken\",\"category\":\"one\"}");
        JsonNode remembered = wire.awaitTerminal("one", 2).get(1);
        wire.request("{\"dataset\":\"broken\",\"category\":\"one\",\"refresh\":true}");
        JsonNode again = wire.awaitTerminal("one", 3).get(2);

        assertThat(failed.path("status").asText()).isEqualTo("failed");
        assertThat(failed.path("error").path("code").asText()).isEqualTo("SOURCE_FAILED");
        assertThat(failed.path("error").path("message").asText()).contains("the weather is bad");
        assertThat(remembered.path("error").path("failedAt")).isEqualTo(failed.path("error").path("failedAt"));
        assertThat(again.path("error").path("failedAt")).isNotEqualTo(failed.path("error").path("failedAt"));
    }

    @Test
    void aQueryWithoutEndIsEndedAtItsDeadline() {
        wire.request("{\"dataset\":\"endless\",\"category\":\"one\"}");
        JsonNode failed = wire.awaitMessage(message -> message.path("dataset").asText().equals("endless")
                && message.path("status").asText().equals("failed"));

        assertThat(failed.path("error").path("code").asText()).isEqualTo("TIMED_OUT");
    }

    @Test
    void tooManyRowsAreRefused() {
        wire.request("{\"dataset\":\"large\",\"category\":\"one\"}");
        JsonNode failed = wire.awaitMessage(message -> message.path("dataset").asText().equals("large")
                && message.path("status").asText().equals("failed"));

        assertThat(failed.path("error").path("code").asText()).isEqualTo("TOO_LARGE");
    }

    @Test
    void theOffsetIsCommittedAfterTheTerminalSignalAndNotBefore() {
        RecordMetadata sent = wire.request("{\"dataset\":\"slow\",\"category\":\"11\",\"refresh\":true}");
        wire.awaitMessage(message -> message.path("category").asText().equals("11"));
        assertThat(committed(sent)).isLessThanOrEqualTo(sent.offset());
        wire.awaitTerminal("11");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(committed(sent)).isGreaterThan(sent.offset()));
    }

    private double computations(String dataset) {
        return metrics.find("figcast.computations").tag("dataset", dataset).counters().stream().mapToDouble(Counter::count)
                .sum();
    }

    private static long committed(RecordMetadata record) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", KafkaAndRedis.kafka().address()))) {
            Map<TopicPartition, OffsetAndMetadata> offsets = admin.listConsumerGroupOffsets("figcast-compute")
                    .partitionsToOffsetAndMetadata().get();
            OffsetAndMetadata offset = offsets.get(new TopicPartition(record.topic(), record.partition()));
            return offset == null ? 0 : offset.offset();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
