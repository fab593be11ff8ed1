package io.figcast.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import io.figcast.local.server.Child;
import io.figcast.local.server.LocalKafka;
import io.figcast.local.server.LocalRedis;
import io.figcast.local.server.RunDirectory;
import io.figcast.local.server.ServerFailedException;

/** Kafka, Redis and both services on this machine, each kept running until all are stopped. */
final class LocalSystem {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration DATASETS_PATIENCE = Duration.ofSeconds(10);
    private static final Duration FAREWELL = Duration.ofSeconds(10);
    private static final long BYTES_NEEDED = 256L << 20;

    private final Options options;
    private final Optional<OwnFile> ownFile;
    private final RunDirectory directory;
    private final List<Service> services;
    private final List<Supervisor> serviceSupervisors;
    private final List<Supervisor> supervisors;

    LocalSystem(Path root, Options options, Optional<OwnFile> ownFile) {
        this.options = options;
        this.ownFile = ownFile;
        List.of("--port", "--compute-port", "--kafka-port", "--redis-port")
                .forEach(option -> PortOwner.requireFree(options.port(option), option));
        this.directory = RunDirectory.create(Path.of(System.getProperty("java.io.tmpdir")));
        LocalKafka kafka = new LocalKafka(directory.path().resolve("kafka"), options.port("--kafka-port"));
        LocalRedis redis = new LocalRedis(directory.path().resolve("redis"), options.port("--redis-port"));
        // What the services unpack goes away with the rest, also when they are killed.
        Map<String, String> both = Map.of("kafka.bootstrap.servers", kafka.address(), "REDIS_URL", redis.address(),
                "java.io.tmpdir", directory.path().toString());
        Map<String, String> compute = new HashMap<>(both);
        compute.put("figcast.datasets.fruit.simulated-cost", options.demoCost());
        ownFile.ifPresent(file -> compute.putAll(file.settings()));
        this.services = List.of(new Service("compute-service", root, options.port("--compute-port"), compute),
                new Service("chart-service", root, options.port("--port"), both));
        this.serviceSupervisors = services.stream().map(service -> new Supervisor(service.name(), service::start)).toList();
        this.supervisors = List.of(new Supervisor("Redis", redis::started), new Supervisor("Kafka", kafka::started),
                serviceSupervisors.get(0), serviceSupervisors.get(1));
    }

    /** Starts everything and says where it is once it is ready. */
    void start() {
        requireSpace();
        System.out.println("Starting Kafka, Redis and both services ...");
        supervisors.forEach(Supervisor::start);
        await(() -> services.stream().allMatch(Service::isReady));
        awaitDatasets();
        System.out.println(announcement());
        if (options.opensBrowser()) {
            Desktop.open(dashboard());
        }
    }

    private void requireSpace() {
        try {
            long free = Files.getFileStore(directory.path()).getUsableSpace();
            if (free < BYTES_NEEDED) {
                throw new ServerFailedException("The disk of " + directory.path().getParent() + " has only " + (free >> 20)
                        + " MiB left, and Figcast needs " + (BYTES_NEEDED >> 20)
                        + " MiB; the environment variable TMPDIR moves its data.");
            }
        } catch (IOException e) {
            throw new ServerFailedException("Cannot read how much space is left for " + directory.path() + ".");
        }
    }

    private void await(BooleanSupplier ready) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!ready.getAsBoolean()) {
            supervisors.forEach(Supervisor::check);
            if (System.nanoTime() > end) {
                throw new ServerFailedException("The services were not ready within " + PATIENCE.toSeconds()
                        + " s; their own lines above say why.");
            }
            pause();
        }
    }

    /** Until the dashboard has something to offer; not for ever, since all datasets may have been switched off. */
    private void awaitDatasets() {
        Service chart = services.get(1);
        long end = System.nanoTime() + DATASETS_PATIENCE.toNanos();
        while (chart.get("/api/datasets").filter(list -> list.contains("\"name\"")).isEmpty() && System.nanoTime() < end) {
            supervisors.forEach(Supervisor::check);
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailedException("Interrupted while starting.");
        }
    }

    private String dashboard() {
        return "http://localhost:" + options.port("--port") + "/"
                + ownFile.map(file -> "?dataset=" + file.name()).orElse("");
    }

    private String announcement() {
        return """

                Figcast is ready.

                  Dashboard  %s
                  Kafka      localhost:%d
                  Redis      localhost:%d

                Ctrl-C stops everything.
                """.formatted(dashboard(), options.port("--kafka-port"), options.port("--redis-port"));
    }

    /** Returns never, except by an exception when something cannot be kept running. */
    void awaitEnd() {
        CountDownLatch never = new CountDownLatch(1);
        try {
            while (!never.await(200, TimeUnit.MILLISECONDS)) {
                supervisors.forEach(Supervisor::check);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the services first, in good order, then Kafka and Redis at once: their data goes with them. */
    void stop() {
        supervisors.subList(0, 2).forEach(Supervisor::expectEnd);
        serviceSupervisors.forEach(Supervisor::stop);
        long end = System.nanoTime() + FAREWELL.toNanos();
        while (serviceSupervisors.stream().anyMatch(Supervisor::isAlive) && System.nanoTime() < end) {
            pause();
        }
        kill();
    }

    void kill() {
        Child.endAll();
        directory.close();
    }
}
