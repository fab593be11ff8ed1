package io.figcast.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.figcast.testing.KafkaAndRedis;

/** The service as an outside producer and a reader of a one-partition topic see it. Reads from when it was opened. */
public final class Wire implements AutoCloseable {

    public static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<ConsumerRecord<byte[], byte[]>> seen = new ArrayList<>();

    private Wire(String topic) {
        Map<String, Object> broker = Map.of("bootstrap.servers", KafkaAndRedis.kafka().address());
        producer = new KafkaProducer<>(with(broker, Map.of("acks", "all", "linger.ms", 0)), new ByteArraySerializer(),
                new ByteArraySerializer());
        consumer = new KafkaConsumer<>(with(broker, Map.of("allow.auto.create.topics", false, "metadata.max.age.ms", 500)),
                new ByteArrayDeserializer(), new ByteArrayDeserializer());
        TopicPartition only = new TopicPartition(topic, 0);
        await().atMost(PATIENCE).until(() -> consumer.listTopics().containsKey(topic));
        consumer.assign(List.of(only));
        consumer.seekToEnd(List.of(only));
        consumer.position(only);
    }

    /** Sends requests and reads signals. */
    public static Wire signals() {
        return new Wire("slice-signals");
    }

    /** Sends requests and reads rejects. */
    public static Wire rejects() {
        return new Wire("category-requests-rejected");
    }

    public RecordMetadata request(String json) {
        return send(new ProducerRecord<>("category-requests", json.getBytes(StandardCharsets.UTF_8)));
    }

    public RecordMetadata send(ProducerRecord<byte[], byte[]> record) {
        try {
            return producer.send(record).get(30, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("not sent", e);
        }
    }

    /** The first message, of those since this was opened, that agrees. */
    public JsonNode awaitMessage(Predicate<JsonNode> wanted) {
        return await().atMost(PATIENCE).until(() -> messages().stream().filter(wanted).findFirst().orElse(null),
                found -> found != null);
    }

    /** Waits until a category has so many terminal signals, and returns them. */
    public List<JsonNode> awaitTerminal(String category, int count) {
        return await().atMost(PATIENCE).until(() -> terminal(category), found -> found.size() >= count);
    }

    public JsonNode awaitTerminal(String category) {
        return awaitTerminal(category, 1).get(0);
    }

    public List<JsonNode> terminal(String category) {
        return messages().stream().filter(message -> message.path("category").asText().equals(category))
                .filter(message -> !message.path("status").asText().equals("computing")).toList();
    }

    public List<JsonNode> messages() {
        return records().stream().map(record -> json(record.value())).toList();
    }

    public List<ConsumerRecord<byte[], byte[]>> records() {
        consumer.poll(Duration.ofMillis(50)).forEach(seen::add);
        return List.copyOf(seen);
    }

    public static JsonNode json(byte[] value) {
        try {
            return MAPPER.readTree(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void assertNoMoreThan(int records) {
        assertThat(records()).hasSizeLessThanOrEqualTo(records);
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }

    private static Map<String, Object> with(Map<String, Object> one, Map<String, Object> other) {
        Map<String, Object> both = new java.util.HashMap<>(one);
        both.putAll(other);
        return both;
    }
}
