package io.figcast.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import io.figcast.local.server.Child;
import io.figcast.local.server.FreePort;
import io.figcast.local.server.LocalKafka;
import io.figcast.local.server.LocalRedis;
import io.figcast.local.server.RunDirectory;
import io.figcast.local.server.ServerFailedException;

/**
 * Runs the whole of Figcast once on free ports, looks at a category, and keeps the classes that Kafka and both services
 * loaded by then: every later start of theirs takes a third of the time. Done once for each build.
 */
public final class Training {

    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final List<String> VISIT = List.of("/", "/api/datasets", "/api/figures?dataset=fruit&category=figs",
            "/api/figures?dataset=fruit&category=figs&x0=-1&x1=1&y0=-1&y1=1", "/api/slice?dataset=fruit&category=figs",
            "/q/health/live", "/q/health/started");

    private final Path root;

    Training(Path root) {
        this.root = root;
    }

    /** @param arguments the directory of the checkout or of the release */
    public static void main(String[] arguments) throws IOException {
        Training training = new Training(Path.of(arguments[0]).toAbsolutePath().normalize());
        Path lock = Files.createDirectories(training.root.resolve(".figcast")).resolve("training");
        try (FileChannel file = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock alone = file.lock()) {
            if (alone.isValid() && training.isDue()) {
                training.run();
            }
        }
        System.exit(0);
    }

    /** Whether an archive is missing. */
    boolean isDue() {
        return !(LocalKafka.archive().exists() && service("compute-service", 0, Map.of()).archive().exists()
                && service("chart-service", 0, Map.of()).archive().exists());
    }

    private void run() throws IOException {
        try (RunDirectory directory = RunDirectory.create(Path.of(System.getProperty("java.io.tmpdir")));
                LocalKafka kafka = LocalKafka.recording(directory.path().resolve("kafka"), FreePort.find());
                LocalRedis redis = new LocalRedis(directory.path().resolve("redis"), FreePort.find())) {
            kafka.start();
            redis.start();
            Map<String, String> settings = new HashMap<>(Map.of("kafka.bootstrap.servers", kafka.address(), "REDIS_URL",
                    redis.address(), "java.io.tmpdir", directory.path().toString(),
                    "figcast.datasets.fruit.simulated-cost", "0s"));
            record(List.of(service("compute-service", FreePort.find(), settings),
                    service("chart-service", FreePort.find(), settings)));
            kafka.stop();
            LocalKafka.archive().keep();
        }
    }

    private void record(List<Service> services) throws IOException {
        List<Child> children = services.stream().map(service -> service.start(service.archive().recordingFlags())).toList();
        await(() -> services.stream().allMatch(Service::isReady));
        for (String path : VISIT) {
            await(() -> services.get(1).get(path).isPresent());
        }
        children.forEach(child -> child.process().destroy());
        for (int i = 0; i < services.size(); i++) {
            children.get(i).stop(PATIENCE);
            services.get(i).archive().keep();
        }
    }

    private Service service(String name, int port, Map<String, String> settings) {
        return new Service(name, root, port, settings);
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new ServerFailedException("The services were not ready within " + PATIENCE.toSeconds() + " s.");
            }
            try {
                TimeUnit.MILLISECONDS.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ServerFailedException("Interrupted while the services were starting.");
            }
        }
    }
}
