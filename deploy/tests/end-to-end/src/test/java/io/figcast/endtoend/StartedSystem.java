package io.figcast.endtoend;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

import io.figcast.local.server.FreePort;

/** A whole Figcast that {@code ./start} started on free ports. Its output is kept in {@code target/started}. */
final class StartedSystem implements AutoCloseable {

    private final Process process;
    private final Path output;
    private final URI dashboard;
    private final URI compute;
    private final String kafka;

    private StartedSystem(Process process, Path output, int port, int computePort, int kafkaPort) {
        this.process = process;
        this.output = output;
        this.dashboard = URI.create("http://localhost:" + port + "/");
        this.compute = URI.create("http://localhost:" + computePort + "/");
        this.kafka = "localhost:" + kafkaPort;
    }

    /** Starts it and waits until it says that it is ready. */
    static StartedSystem start(String... options) {
        return ready(begin(options));
    }

    /** Starts it with other variables of the environment, and waits until it says that it is ready. */
    static StartedSystem startWith(Map<String, String> environment, String... options) {
        return ready(begin(environment, options));
    }

    /** Starts it with a file as its standard input, and waits until it says that it is ready. */
    static StartedSystem startWithInput(Path input, String... options) {
        return ready(begin(StartCommand.ROOT, Map.of("FIGCAST_BUILD", "never"),
                ProcessBuilder.Redirect.from(input.toFile()), options));
    }

    /** Starts another checkout, and waits until it says that it is ready. */
    static StartedSystem startIn(Path root, String... options) {
        return ready(begin(root, Map.of("FIGCAST_BUILD", "never"), ProcessBuilder.Redirect.PIPE, options));
    }

    private static StartedSystem ready(StartedSystem system) {
        try {
            await("Figcast is ready").atMost(Duration.ofSeconds(150)).pollInterval(Duration.ofMillis(100))
                    .failFast("./start ended", () -> !system.process.isAlive())
                    .until(() -> system.output().contains("Figcast is ready."));
        } catch (RuntimeException e) {
            system.close();
            throw new AssertionError("Figcast did not start; it said:\n" + system.output(), e);
        }
        return system;
    }

    /** Starts it and returns at once. */
    static StartedSystem begin(String... options) {
        return begin(Map.of("FIGCAST_BUILD", "never"), options);
    }

    private static StartedSystem begin(Map<String, String> environment, String... options) {
        return begin(StartCommand.ROOT, environment, ProcessBuilder.Redirect.PIPE, options);
    }

    private static StartedSystem begin(Path root, Map<String, String> environment, ProcessBuilder.Redirect input,
            String... options) {
        int port = FreePort.find();
        int computePort = FreePort.find();
        int kafkaPort = FreePort.find();
        List<String> all = new ArrayList<>(List.of("--no-open", "--port", "" + port, "--compute-port", "" + computePort,
                "--kafka-port", "" + kafkaPort, "--redis-port", "" + FreePort.find()));
        all.addAll(List.of(options));
        try {
            Path directory = Files.createDirectories(Path.of("target", "started"));
            Path output = Files.createTempFile(directory, "start-", ".log");
            Map<String, String> frugal = new HashMap<>(environment);
            // Processes that live for seconds only would spend most of them on compiling.
            frugal.put("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1");
            Process process = new StartCommand(root.resolve("start"), frugal, all).begin(input, output);
            return new StartedSystem(process, output, port, computePort, kafkaPort);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI dashboard() {
        return dashboard;
    }

    /** Where compute-service answers about its health and metrics. */
    URI compute() {
        return compute;
    }

    /** Everything that was written so far, by the launcher and both services. */
    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How often a slice was computed, as the log of compute-service tells. */
    long computations(String dataset, String category) {
        String line = "Computing slice dataset=" + dataset + " category=" + category;
        return output().lines().filter(written -> written.endsWith(line) || written.contains(line + " ")).count();
    }

    /** Puts a request on Kafka as an outside producer does: JSON, no key. */
    void produce(String json) {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(Map.of("bootstrap.servers", kafka, "acks", "all"),
                new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("category-requests", json)).get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("The request could not be handed to Kafka", e);
        }
    }

    /** The launcher's children: Kafka, Redis and both services. */
    List<ProcessHandle> children() {
        return process.children().toList();
    }

    /** The process of {@code compute-service} or {@code chart-service}. */
    ProcessHandle service(String name) {
        return process.children().filter(child -> child.info().commandLine().orElse("").contains("/" + name + "/"))
                .findFirst().orElseThrow(() -> new AssertionError(name + " does not run"));
    }

    /** Sends the launcher a signal, such as {@code INT}, which is what Ctrl-C does. */
    void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for the launcher's end and returns its exit code. */
    int awaitEnd() {
        await("the end of ./start").atMost(Duration.ofSeconds(60)).until(() -> !process.isAlive());
        return process.exitValue();
    }

    @Override
    public void close() {
        List<ProcessHandle> children = children();
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        children.forEach(ProcessHandle::destroyForcibly);
    }
}
