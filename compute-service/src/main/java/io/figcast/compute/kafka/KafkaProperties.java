package io.figcast.compute.kafka;

import java.util.HashMap;
import java.util.Map;

/** The connection's properties, as configured for all of Kafka ({@code kafka.*}), with some of one's own. */
final class KafkaProperties {

    private KafkaProperties() {
    }

    static Map<String, Object> with(Map<String, Object> connection, Map<String, Object> own) {
        Map<String, Object> properties = new HashMap<>(connection);
        properties.putAll(own);
        return properties;
    }
}
