package io.figcast.compute.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;

import org.apache.kafka.clients.producer.ProducerConfig;
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
}
