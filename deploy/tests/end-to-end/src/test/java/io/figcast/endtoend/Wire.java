package io.figcast.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Kafka as an outside producer and a reader of all signals see it. */
final class Wire implements AutoCloseable {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final TopicPartition SIGNALS = new TopicPartition("slice-signals", 0);

    private final String address;
    private final KafkaProducer<String, String> producer;

    Wire(String address) {
        this.address = address;
        this.producer = new KafkaProducer<>(Map.of("bootstrap.servers", address, "acks", "all", "linger.ms", 0,
                "delivery.timeout.ms", 10_000, "request.timeout.ms", 5_000, "max.block.ms", 10_000),
                new StringSerializer(), new StringSerializer());
    }

    /** A signal and when it was published. */
    record Signal(long timestamp, JsonNode json) {

        static Signal of(ConsumerRecord<String, String> record) {
            return new Signal(record.timestamp(), Wire.json(record.value()));
        }

        String category() {
            return json.path("category").asText();
        }

        String status() {
            return json.path("status").asText();
        }

        boolean isTerminal() {
            return status().equals("ready") || status().equals("failed");
        }
    }

    /** The moment by which Kafka has the request, or nothing if Kafka did not take it. */
    Optional<Long> request(String json, Header... headers) {
        try {
            var record = new ProducerRecord<>("category-requests", (Integer) null, (String) null, json, List.of(headers));
            return Optional.of(producer.send(record).get(15, TimeUnit.SECONDS).timestamp());
        } catch (ExecutionException | TimeoutException | RuntimeException notTaken) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Announces, as compute-service would, that these categories were forgotten. */
    void announce(Stream<String> categories) {
        categories.forEach(category -> producer.send(new ProducerRecord<>("slice-signals", "fruit/" + category,
                "{\"dataset\":\"fruit\",\"category\":\"" + category + "\",\"status\":\"invalidated\",\"available\":null}")));
        producer.flush();
    }

    /** The offset of the newest signal. */
    long end() {
        try (KafkaConsumer<String, String> consumer = consumer()) {
            return consumer.endOffsets(List.of(SIGNALS)).get(SIGNALS) - 1;
        }
    }

    /** All signals that are in the topic now. */
    List<Signal> signals() {
        try (KafkaConsumer<String, String> consumer = consumer()) {
            consumer.assign(List.of(SIGNALS));
            consumer.seekToBeginning(List.of(SIGNALS));
            long end = consumer.endOffsets(List.of(SIGNALS)).get(SIGNALS);
            List<Signal> signals = new ArrayList<>();
            while (consumer.position(SIGNALS) < end) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(record -> signals.add(Signal.of(record)));
            }
            return signals;
        }
    }

    private KafkaConsumer<String, String> consumer() {
        return new KafkaConsumer<>(Map.of("bootstrap.servers", address, "allow.auto.create.topics", false),
                new StringDeserializer(), new StringDeserializer());
    }

    private static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
