package io.figcast.compute.kafka;

import static org.apache.kafka.clients.producer.ProducerConfig.ACKS_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.CLIENT_ID_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.LINGER_MS_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.MAX_BLOCK_MS_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.METADATA_MAX_AGE_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

import io.figcast.compute.health.Dependencies;
import io.figcast.compute.health.Dependency;
import io.smallrye.common.annotation.Identifier;

/**
 * Sends records in the order of the calls. What was sent is on all in-sync replicas; what failed will not appear later. Retries
 * end after half a minute: callers who need a record sent call again.
 */
@ApplicationScoped
public class Sender {

    private static final Map<String, Object> OWN = Map.of(
            CLIENT_ID_CONFIG, "figcast-compute",
            ACKS_CONFIG, "all",
            ENABLE_IDEMPOTENCE_CONFIG, true,
            // Since Kafka 4.0 the default of 5 ms would be waited for at every hop.
            LINGER_MS_CONFIG, 0,
            MAX_BLOCK_MS_CONFIG, 5_000,
            REQUEST_TIMEOUT_MS_CONFIG, 10_000,
            DELIVERY_TIMEOUT_MS_CONFIG, 30_000,
            METADATA_MAX_AGE_CONFIG, 10_000);

    private final Producer<byte @Nullable [], byte[]> producer;
    private final Dependency kafka;
    private final Executor workers;
    /**
     * The end of what is sent to each topic. Sending blocks while nothing is known of the topic: one task after another for
     * each, so that the order stays and a missing topic holds up nobody else.
     */
    private final Map<String, CompletableFuture<@Nullable Void>> last = new ConcurrentHashMap<>();

    @Inject
    Sender(@Identifier("default-kafka-broker") Map<String, Object> connection, Dependencies dependencies,
            ScheduledExecutorService workers) {
        this(new KafkaProducer<>(properties(connection), new ByteArraySerializer(), new ByteArraySerializer()),
                dependencies.kafka(), workers);
    }

    Sender(Producer<byte @Nullable [], byte[]> producer, Dependency kafka, Executor workers) {
        this.producer = producer;
        this.kafka = kafka;
        this.workers = workers;
    }

    static Map<String, Object> properties(Map<String, Object> connection) {
        return with(connection, OWN);
    }

    /** The connection's properties, as configured for all of Kafka ({@code kafka.*}), with some of one's own. */
    static Map<String, Object> with(Map<String, Object> connection, Map<String, Object> own) {
        Map<String, Object> properties = new HashMap<>(connection);
        properties.putAll(own);
        return properties;
    }

    public CompletionStage<Void> send(String topic, byte @Nullable [] key, byte[] value) {
        return send(topic, key, value, List.of());
    }

    public CompletionStage<Void> send(String topic, byte @Nullable [] key, byte[] value, List<Header> headers) {
        ProducerRecord<byte @Nullable [], byte[]> record = new ProducerRecord<>(topic, null, key, value, headers);
        CompletableFuture<Void> sent = new CompletableFuture<>();
        var unused = last.compute(topic,
                (same, before) -> (before == null ? CompletableFuture.<@Nullable Void> completedFuture(null) : before)
                        .thenRunAsync(() -> hand(record, sent), workers).exceptionally(refused -> {
                            sent.completeExceptionally(refused);
                            return null;
                        }));
        return sent;
    }

    private void hand(ProducerRecord<byte @Nullable [], byte[]> record, CompletableFuture<Void> sent) {
        try {
            var unused = producer.send(record, (metadata, error) -> {
                if (error == null) {
                    kafka.answered();
                    sent.complete(null);
                } else {
                    kafka.away(error.toString());
                    sent.completeExceptionally(error);
                }
            });
        } catch (RuntimeException e) {
            kafka.away(e.toString());
            sent.completeExceptionally(e);
        }
    }

    @PreDestroy
    void stop() {
        producer.close(Duration.ofSeconds(2));
    }
}
