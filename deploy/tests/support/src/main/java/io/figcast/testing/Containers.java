package io.figcast.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;

import com.github.dockerjava.api.exception.NotFoundException;

import io.figcast.local.server.FreePort;
import io.figcast.local.server.LocalServer;

/**
 * The pair as containers. They are used where a Docker engine answers and already holds both images, so that nobody
 * waits for pulls that cannot succeed; {@code -Dfigcast.containers=true} pulls, {@code =false} never asks the engine.
 */
final class Containers {

    private static final String CHOICE = "figcast.containers";

    private Containers() {
    }

    static boolean usable() {
        String choice = System.getProperty(CHOICE, "");
        if (!choice.isEmpty()) {
            return Boolean.parseBoolean(choice);
        }
        return engineMayAnswer() && DockerClientFactory.instance().isDockerAvailable() && hasImage(kafkaImage())
                && hasImage(redisImage());
    }

    static LocalServer server(String name) {
        int port = FreePort.find();
        return name.equals("kafka") ? kafka(port) : redis(port);
    }

    private static String kafkaImage() {
        return System.getProperty("figcast.containers.kafka-image", "apache/kafka:4.1.1");
    }

    private static String redisImage() {
        return System.getProperty("figcast.containers.redis-image", "redis:8.2.1");
    }

    /** Asking Testcontainers on a machine without Docker costs a second and a stack trace in the log. */
    private static boolean engineMayAnswer() {
        return System.getenv("DOCKER_HOST") != null || Files.exists(Path.of("/var/run/docker.sock"));
    }

    private static boolean hasImage(String name) {
        try {
            DockerClientFactory.instance().client().inspectImageCmd(name).exec();
            return true;
        } catch (NotFoundException e) {
            return false;
        }
    }

    private static LocalServer redis(int port) {
        GenericContainer<?> container = new GenericContainer<>(DockerImageName.parse(redisImage()))
                .withCommand("redis-server", "--save", "", "--appendonly", "no");
        return new ContainerServer(container, port, 6379, Probe::redisAnswers);
    }

    private static LocalServer kafka(int port) {
        GenericContainer<?> container = new GenericContainer<>(DockerImageName.parse(kafkaImage()));
        container.setEnv(List.of("KAFKA_NODE_ID=1", "KAFKA_PROCESS_ROLES=broker,controller",
                "KAFKA_CONTROLLER_QUORUM_VOTERS=1@localhost:9093",
                "KAFKA_LISTENERS=PLAINTEXT://:9092,CONTROLLER://:9093",
                "KAFKA_ADVERTISED_LISTENERS=PLAINTEXT://127.0.0.1:" + port,
                "KAFKA_CONTROLLER_LISTENER_NAMES=CONTROLLER",
                "KAFKA_LISTENER_SECURITY_PROTOCOL_MAP=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "KAFKA_AUTO_CREATE_TOPICS_ENABLE=false",
                "KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR=1",
                "KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR=1",
                "KAFKA_TRANSACTION_STATE_LOG_MIN_ISR=1",
                "KAFKA_GROUP_MIN_SESSION_TIMEOUT_MS=1000",
                "KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS=0"));
        return new ContainerServer(container, port, 9092, Probe::kafkaAnswers);
    }
}
