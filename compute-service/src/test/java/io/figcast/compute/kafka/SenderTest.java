package io.figcast.compute.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;

import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class SenderTest {

    /** One broker cannot show what several would lose, so this looks at what Kafka's client makes of the settings. */
    @Test
    void whatIsSentIsOnAllReplicasAndThereOnceWhateverIsConfiguredForTheConnection() {
        Map<String, Object> properties = new HashMap<>(
                Sender.properties(Map.of("bootstrap.servers", "localhost:9092", "acks", "1", "enable.idempotence", false)));
        properties.put("key.serializer", ByteArraySerializer.class);
        properties.put("value.serializer", ByteArraySerializer.class);

        ProducerConfig effective = new ProducerConfig(properties);

        assertThat(effective.getString(ProducerConfig.ACKS_CONFIG)).isEqualTo("-1");
        assertThat(effective.getBoolean(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG)).isTrue();
    }

    /** Kafka's client blocks while it knows nothing of a topic. */
    @Test
    void aTopicThatIsNotThereHoldsUpNoOther() {
        CountDownLatch known = new CountDownLatch(1);
        Sender sender = TestSenders
                .of(new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer()) {

                    @Override
                    public Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record, Callback callback) {
                        if (record.topic().equals("missing")) {
                            uninterrupted(known);
                        }
                        return super.send(record, callback);
                    }
                });
        var missing = sender.send("missing", null, new byte[1]).toCompletableFuture();
        var there = sender.send("there", null, new byte[1]).toCompletableFuture();

        await().until(there::isDone);
        assertThat(missing).isNotDone();
        known.countDown();
        await().until(missing::isDone);
    }

    private static void uninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
