package io.figcast.testing;

import java.util.Map;

import io.figcast.local.server.LocalServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * Gives Quarkus tests a real Kafka and a real Redis; the pair is started once and lives as long as the JVM. It creates
 * no topics and is not emptied between tests. Whoever stops, kills or freezes a server brings it back.
 */
public final class KafkaAndRedis implements QuarkusTestResourceLifecycleManager {

    /** The broker, started on first use; for fault tests. */
    public static LocalServer kafka() {
        return SharedServer.of("kafka");
    }

    /** The memo's server, started on first use; for fault tests. */
    public static LocalServer redis() {
        return SharedServer.of("redis");
    }

    @Override
    public Map<String, String> start() {
        return Map.of("kafka.bootstrap.servers", kafka().address(),
                "KAFKA_BOOTSTRAP_SERVERS", kafka().address(),
                "REDIS_URL", redis().address(),
                "quarkus.http.test-port", "0");
    }

    /** Nothing: the next test class uses the same pair. */
    @Override
    public void stop() {
    }
}
