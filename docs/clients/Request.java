import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Asks Figcast for one category: {@code java -cp 'kafka-clients.jar:slf4j-api.jar' Request.java fruit figs}. The variable
 * {@code KAFKA} names the broker.
 */
public final class Request {

    public static void main(String[] arguments) throws Exception {
        String dataset = arguments[0];
        String category = arguments[1];
        String broker = System.getenv().getOrDefault("KAFKA", "localhost:9092");
        Map<String, Object> settings = Map.of("bootstrap.servers", broker, "acks", "all", "linger.ms", 0);
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            String value = "{\"dataset\":" + quoted(dataset) + ",\"category\":" + quoted(category) + "}";
            var record = new ProducerRecord<>("category-requests", dataset + "/" + category, value);
            System.out.println(producer.send(record).get(30, TimeUnit.SECONDS));
        }
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        text.chars().forEach(c -> json.append(c < ' ' || c == '"' || c == '\\' ? "\\u%04x".formatted(c) : (char) c));
        return json.append('"').toString();
    }
}
