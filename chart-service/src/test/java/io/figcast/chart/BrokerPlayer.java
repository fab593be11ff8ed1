package io.figcast.chart;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;

import io.figcast.chart.category.CategoryRef;
import io.figcast.chart.encoding.Json;
import io.figcast.testing.KafkaAndRedis;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Reads requests and writes signals as compute-service would. */
public final class BrokerPlayer implements AutoCloseable {

    static final String SIGNALS = "slice-signals";
    static final String REQUESTS = "category-requests";

    private final Map<String, Object> settings = Map.of("bootstrap.servers", KafkaAndRedis.kafka().address());
    private final Admin admin = Admin.create(settings);
    private final KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(settings, new ByteArraySerializer(),
            new ByteArraySerializer());
    private final KafkaConsumer<String, String> requests = new KafkaConsumer<>(settings, new StringDeserializer(),
            new StringDeserializer());
    private final List<JsonObject> seen = new ArrayList<>();

    public BrokerPlayer() {
        create(SIGNALS, 1);
        create(REQUESTS, 3);
        List<TopicPartition> partitions = List.of(0, 1, 2).stream().map(p -> new TopicPartition(REQUESTS, p)).toList();
        requests.assign(partitions);
        requests.seekToEnd(partitions);
        partitions.forEach(requests::position);
    }

    private void create(String topic, int partitions) {
        try {
            if (!admin.listTopics().names().get(20, TimeUnit.SECONDS).contains(topic)) {
                admin.createTopics(Set.of(new NewTopic(topic, partitions, (short) 1))).all().get(20, TimeUnit.SECONDS);
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** As whoever wants to be rid of all signals does. */
    public void deleteAndCreateSignals() {
        try {
            admin.deleteTopics(Set.of(SIGNALS)).all().get(20, TimeUnit.SECONDS);
            admin.createTopics(Set.of(new NewTopic(SIGNALS, 1, (short) 1))).all().get(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public Admin admin() {
        return admin;
    }

    /** All requests since this player began, in no particular order, and with what they are called. */
    public List<JsonObject> requests() {
        requests.poll(Duration.ofMillis(200)).forEach(record -> {
            JsonObject request = new JsonObject(record.value());
            record.headers().headers("figcast-request")
                    .forEach(name -> request.put("named", new String(name.value(), StandardCharsets.UTF_8)));
            seen.add(request);
        });
        return List.copyOf(seen);
    }

    public long requests(CategoryRef ref) {
        return requests().stream().filter(r -> ref.category().equals(r.getString("category"))).count();
    }

    public long ready(CategoryRef ref, JsonObject manifest) {
        JsonObject signal = about(ref, "ready")
                .put("version", manifest.getString("version")).put("rows", manifest.getInteger("rows"))
                .put("omitted", manifest.getInteger("omitted")).put("computedAt", manifest.getString("computedAt"))
                .put("staleAt", manifest.getString("staleAt")).put("expiresAt", manifest.getString("expiresAt"))
                .put("computeMillis", 1234).put("memoized", false).put("available", available(manifest));
        return signal(ref, signal);
    }

    public long computing(CategoryRef ref) {
        return signal(ref, about(ref, "computing").put("startedAt", Json.time(Instant.now()))
                .put("leaseUntil", Json.time(Instant.now().plusSeconds(68))).put("expectedMillis", 777)
                .putNull("available"));
    }

    public long failed(CategoryRef ref, int retryAfterSeconds) {
        return signal(ref, about(ref, "failed").putNull("available").put("error", new JsonObject().put("code", "SOURCE_FAILED")
                .put("message", "no such <column>").put("retryAfterSeconds", retryAfterSeconds)));
    }

    public long invalidated(CategoryRef ref) {
        return signal(ref, about(ref, "invalidated").putNull("available"));
    }

    public long forgotten(CategoryRef ref, String name) {
        return signal(ref, about(ref, "invalidated").put("forgets", new JsonArray().add(REQUESTS + "/0/1/2/" + name))
                .putNull("available"));
    }

    private static JsonObject about(CategoryRef ref, String status) {
        return MemoPlayer.named(ref).put("status", status).put("slice", ref.sliceId(MemoPlayer.FINGERPRINT));
    }

    private static JsonObject available(JsonObject manifest) {
        return new JsonObject().put("version", manifest.getString("version")).put("expiresAt", manifest.getString("expiresAt"));
    }

    public long signal(CategoryRef ref, JsonObject signal) {
        return raw(ref.recordKey().getBytes(StandardCharsets.UTF_8), signal.encode().getBytes(StandardCharsets.UTF_8));
    }

    public long raw(byte[] key, byte[] value) {
        try {
            return producer.send(new ProducerRecord<>(SIGNALS, key, value)).get(20, TimeUnit.SECONDS).offset();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        requests.close();
        producer.close(Duration.ofSeconds(2));
        admin.close(Duration.ofSeconds(2));
    }
}
