package io.figcast.local.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A real Kafka broker on loopback: one KRaft node that is broker and controller, in a JVM of its own. */
public final class LocalKafka extends ChildServer {

    private static final Duration PATIENCE = Duration.ofSeconds(180);

    private final int controllerPort;
    private final List<String> flags;

    public LocalKafka(Path directory, int port) {
        this(directory, port, Duration.ofSeconds(10), archive().flags());
    }

    private LocalKafka(Path directory, int port, Duration stopPatience, List<String> flags) {
        super(directory, port, stopPatience);
        this.controllerPort = FreePort.find();
        this.flags = flags;
    }

    /** A broker that writes the archive of its classes when it is stopped. */
    public static LocalKafka recording(Path directory, int port) {
        return new LocalKafka(directory, port, Duration.ofSeconds(120), archive().recordingFlags());
    }

    /** Where the classes that a broker loads are kept between starts. */
    public static ClassArchive archive() {
        return ClassArchive.ofThisModule();
    }

    @Override
    Child launch() {
        try {
            Files.createDirectories(directory);
            Files.deleteIfExists(ready());
            Files.writeString(directory.resolve("server.properties"), properties());
        } catch (IOException e) {
            throw new ServerFailedException("Cannot write to " + directory + ": " + e.getMessage() + ".");
        }
        return Child.start(new ProcessBuilder(command()).directory(directory.toFile()).redirectErrorStream(true)
                .redirectOutput(log().toFile()));
    }

    @Override
    void awaitReady(Child started) {
        Readiness.await("Kafka", started, log(), PATIENCE, () -> Files.exists(ready()));
    }

    private Path log() {
        return directory.resolve("kafka.log");
    }

    private Path ready() {
        return directory.resolve("ready");
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(
                List.of(Java.executable(), "-Xms64m", "-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                        "-XX:+ExitOnOutOfMemoryError", "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                        "-Dorg.slf4j.simpleLogger.showDateTime=true"));
        command.addAll(flags);
        command.addAll(List.of("-cp", Java.classPathOfThisModule(), Broker.class.getName(),
                directory.resolve("server.properties").toString(), ready().toString()));
        return command;
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
}
