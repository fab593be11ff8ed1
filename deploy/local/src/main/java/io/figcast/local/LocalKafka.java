package io.figcast.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** A real Kafka broker on loopback: one KRaft node that is broker and controller, in a JVM of its own. */
public final class LocalKafka implements LocalServer {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path directory;
    private final int port;
    private final int controllerPort;
    private @Nullable Child child;

    public LocalKafka(Path directory, int port) {
        this.directory = directory;
        this.port = port;
        this.controllerPort = FreePort.find();
    }

    @Override
    public String address() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void start() {
        if (child != null && child.isAlive()) {
            return;
        }
        Path log = directory.resolve("kafka.log");
        Path ready = directory.resolve("ready");
        try {
            Files.createDirectories(directory);
            Files.deleteIfExists(ready);
            Files.writeString(directory.resolve("server.properties"), properties());
        } catch (IOException e) {
            throw new ServerFailedException("Cannot write to " + directory + ": " + e.getMessage() + ".");
        }
        Child started = Child.start(new ProcessBuilder(command(ready)).directory(directory.toFile())
                .redirectErrorStream(true).redirectOutput(log.toFile()));
        child = started;
        Readiness.await("Kafka", started, log, PATIENCE, () -> Files.exists(ready));
    }

    private List<String> command(Path ready) {
        return List.of(Java.executable(), "-Xms64m", "-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError", "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.showDateTime=true", "-cp", Java.classPathOfThisModule(), Broker.class.getName(),
                directory.resolve("server.properties").toString(), ready.toString());
    }

    /** Loopback only; one node, so every internal topic has one replica; consumers that join do not wait for others. */
    private String properties() {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                controller.listener.names=CONTROLLER
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                log.dirs=%3$s
                auto.create.topics.enable=false
                num.partitions=1
                default.replication.factor=1
                min.insync.replicas=1
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=4
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=2
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                group.initial.rebalance.delay.ms=0
                group.min.session.timeout.ms=1000
                log.cleaner.dedupe.buffer.size=16777216
                log.segment.bytes=67108864
                """.formatted(port, controllerPort, directory.resolve("data").toString().replace("\\", "\\\\"));
    }

    /** Starts the server; its process is there to be waited for. */
    Child started() {
        start();
        return Objects.requireNonNull(child);
    }

    @Override
    public void stop() {
        if (child != null) {
            child.stop(Duration.ofSeconds(10));
        }
    }

    @Override
    public void kill() {
        if (child != null) {
            child.kill();
        }
    }

    @Override
    public void pause() {
        if (child != null) {
            child.pause();
        }
    }

    @Override
    public void resume() {
        if (child != null) {
            child.resume();
        }
    }

    @Override
    public void close() {
        kill();
    }
}
