package io.figcast.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The least that a cold answer can cost in this architecture: a record to one consumer, which writes the two columns to
 * Redis and sends a record back, whose reader reads the columns.
 */
public final class Floor {

    private static final String THERE = "bench-floor-there";
    private static final String BACK = "bench-floor-back";

    private final String bootstrap;
    private final byte[] column;
    private final CountDownLatch listening = new CountDownLatch(1);

    private Floor(String bootstrap, int rows) {
        this.bootstrap = bootstrap;
        this.column = new byte[rows * 8];
    }

    /** @param arguments Kafka's address, Redis's address, rows, rounds to warm up, rounds to measure */
    public static void main(String[] arguments) throws Exception {
        Floor floor = new Floor(arguments[0], Integer.parseInt(arguments[2]));
        floor.createTopics();
        Thread server = new Thread(() -> floor.serve(arguments[1]), "floor-server");
        server.setDaemon(true);
        server.start();
        floor.listening.await();
        System.out.println(floor.ask(arguments[1], Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4])));
    }

    private void createTopics() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.createTopics(List.of(new NewTopic(THERE, 1, (short) 1), new NewTopic(BACK, 1, (short) 1))).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private String ask(String redisAddress, int warmUp, int rounds) throws IOException {
        Percentiles latencies = new Percentiles();
        try (Redis redis = new Redis(redisAddress);
                KafkaProducer<byte[], byte[]> producer = producer();
                KafkaConsumer<byte[], byte[]> consumer = consumer(BACK)) {
            for (int i = -warmUp; i < rounds; i++) {
                long begin = System.nanoTime();
                producer.send(new ProducerRecord<>(THERE, Redis.bytes("{\"dataset\":\"fruit\",\"category\":\"figs\"}")));
                await(consumer);
                redis.send(Redis.bytes("GET"), Redis.bytes("bench-floor:x"));
                redis.send(Redis.bytes("GET"), Redis.bytes("bench-floor:y"));
                redis.flush();
                redis.reply();
                redis.reply();
                if (i >= 0) {
                    latencies.add(System.nanoTime() - begin);
                }
            }
        }
        return "{" + latencies.json() + "}";
    }

    private void serve(String redisAddress) {
        try (Redis redis = new Redis(redisAddress);
                KafkaProducer<byte[], byte[]> producer = producer();
                KafkaConsumer<byte[], byte[]> consumer = consumer(THERE)) {
            listening.countDown();
            while (true) {
                ConsumerRecord<byte[], byte[]> request = await(consumer);
                redis.send(Redis.bytes("SET"), Redis.bytes("bench-floor:x"), column, Redis.bytes("PX"), Redis.bytes("60000"));
                redis.send(Redis.bytes("SET"), Redis.bytes("bench-floor:y"), column, Redis.bytes("PX"), Redis.bytes("60000"));
                redis.flush();
                redis.reply();
                redis.reply();
                producer.send(new ProducerRecord<>(BACK, request.value()));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ConsumerRecord<byte[], byte[]> await(KafkaConsumer<byte[], byte[]> consumer) {
        while (true) {
            for (ConsumerRecord<byte[], byte[]> found : consumer.poll(Duration.ofSeconds(10))) {
                return found;
            }
        }
    }

    /** The same acknowledgement and linger as the services use. */
    private KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(Map.of("bootstrap.servers", bootstrap, "acks", "all", "linger.ms", "0"),
                new ByteArraySerializer(), new ByteArraySerializer());
    }

    private KafkaConsumer<byte[], byte[]> consumer(String topic) {
        KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "fetch.min.bytes", "1", "enable.auto.commit", "false"),
                new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> only = List.of(new TopicPartition(topic, 0));
        consumer.assign(only);
        consumer.seekToEnd(only);
        consumer.position(only.get(0));
        return consumer;
    }
}
