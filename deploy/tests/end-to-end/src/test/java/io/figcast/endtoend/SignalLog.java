package io.figcast.endtoend;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Remembers every signal and every reject from the beginning on; what the broker compacts away later is known here. */
final class SignalLog implements AutoCloseable {

    private static final String SIGNALS = "slice-signals";
    private static final String REJECTED = "category-requests-rejected";

    private final String address;
    private final Map<String, Queue<Wire.Signal>> signals = new ConcurrentHashMap<>();
    private final Queue<String> rejects = new ConcurrentLinkedQueue<>();
    private final Thread thread = new Thread(this::follow, "signal log");
    private volatile boolean ended;

    SignalLog(String address) {
        this.address = address;
        thread.setDaemon(true);
        thread.start();
    }

    private void follow() {
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", address, "allow.auto.create.topics", false, "auto.offset.reset", "earliest"),
                new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(new TopicPartition(SIGNALS, 0), new TopicPartition(REJECTED, 0)));
            while (!ended) {
                consumer.poll(Duration.ofMillis(200)).forEach(this::add);
            }
        }
    }

    private void add(ConsumerRecord<String, String> record) {
        if (record.topic().equals(REJECTED)) {
            rejects.add(record.value());
        } else if (record.value() != null) {
            Wire.Signal signal = Wire.Signal.of(record);
            signals.computeIfAbsent(record.key(), key -> new ConcurrentLinkedQueue<>()).add(signal);
        }
    }

    Iterable<Wire.Signal> of(String dataset, String category) {
        return signals.getOrDefault(dataset + '/' + category, new ConcurrentLinkedQueue<>());
    }

    Iterable<String> rejects() {
        return rejects;
    }

    @Override
    public void close() {
        ended = true;
    }
}
