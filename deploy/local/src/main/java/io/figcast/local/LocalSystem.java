package io.figcast.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.figcast.local.Options.Part;
import io.figcast.local.dataset.OwnDatasets;
import io.figcast.local.server.Child;
import io.figcast.local.server.LocalKafka;
import io.figcast.local.server.LocalRedis;
import io.figcast.local.server.RunDirectory;
import io.figcast.local.server.ServerFailedException;

/** Kafka, Redis and both services on this machine, each kept running until all are stopped. */
final class LocalSystem {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration NEWS_EVERY = Duration.ofSeconds(5);
    /** Nothing outlives this process but what Redis and Kafka hold, and that goes with it: there is little to wait for. */
    private static final Duration FAREWELL = Duration.ofMillis(1500);

    private final Options options;
    private final RunDirectory directory;
    private final Service compute;
    private final Service chart;
    private final Map<Part, Supervisor> supervisors = new EnumMap<>(Part.class);

    LocalSystem(Path root, Options options, RunDirectory directory, OwnDatasets datasets) {
        this.options = options;
        this.directory = directory;
        Stream.of(Part.values()).filter(options::starts)
                .forEach(part -> PortOwner.requireFree(options.port(part), part.option()));
        LocalKafka kafka = new LocalKafka(directory.path().resolve("kafka"), options.port(Part.KAFKA));
        LocalRedis redis = new LocalRedis(directory.path().resolve("redis"), options.port(Part.REDIS));
        // What the services unpack goes away with the rest, also when they are killed.
        Map<String, String> both = Map.of("kafka.bootstrap.servers", kafka.address(), "REDIS_URL", redis.address(),
                "java.io.tmpdir", directory.path().toString());
        Map<String, String> computing = new HashMap<>(both);
        computing.put("figcast.datasets.fruit.simulated-cost", options.demoCost());
        computing.putAll(datasets.properties());
        this.compute = new Service("compute-service", root, options.port(Part.COMPUTE), computing);
        this.chart = new Service("chart-service", root, options.port(Part.CHART), both);
        supervise(Part.KAFKA, new Supervisor("Kafka", kafka::started));
        supervise(Part.REDIS, new Supervisor("Redis", redis::started));
        supervise(Part.COMPUTE, new Supervisor(compute.name(), compute::start));
        supervise(Part.CHART, new Supervisor(chart.name(), chart::start));
    }

    private void supervise(Part part, Supervisor supervisor) {
        if (options.starts(part)) {
            supervisors.put(part, supervisor);
        }
    }

    Service chart() {
        return chart;
    }

    /** Starts everything at once and waits until it answers; says meanwhile what is still waited for. */
    void start() {
        directory.requireSpace();
        System.out.println("Starting " + names(supervisors.keySet().stream().sorted().toList()) + " ...");
        supervisors.values().forEach(Supervisor::start);
        long end = System.nanoTime() + PATIENCE.toNanos();
        long news = System.nanoTime() + NEWS_EVERY.toNanos();
        for (List<Part> missing = missing(); !missing.isEmpty(); missing = missing()) {
            pause();
            if (System.nanoTime() > end) {
                throw new ServerFailedException(names(missing) + (missing.size() == 1 ? " was" : " were")
                        + " not ready within " + PATIENCE.toSeconds() + " s; the lines above say why.");
            }
            if (System.nanoTime() > news) {
                System.out.println("  waiting for " + names(missing));
                news += NEWS_EVERY.toNanos();
            }
        }
    }

    private List<Part> missing() {
        return supervisors.entrySet().stream().filter(entry -> !isReady(entry.getKey(), entry.getValue()))
                .map(Map.Entry::getKey).toList();
    }

    private boolean isReady(Part part, Supervisor supervisor) {
        return switch (part) {
            case KAFKA, REDIS -> supervisor.isAlive();
            case COMPUTE -> compute.isReady();
            case CHART -> chart.isReady();
        };
    }

    private static String names(List<Part> parts) {
        return parts.stream().map(part -> switch (part) {
            case KAFKA -> "Kafka";
            case REDIS -> "Redis";
            case COMPUTE -> "compute-service";
            case CHART -> "chart-service";
        }).collect(Collectors.joining(", "));
    }

    /** Waits, for a bounded time, and no longer than everything runs; whether the condition holds then. */
    boolean await(Duration patience, BooleanSupplier condition) {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            pause();
        }
        return true;
    }

    private void pause() {
        supervisors.values().forEach(Supervisor::check);
        try {
            TimeUnit.MILLISECONDS.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailedException("Interrupted while starting.");
        }
    }

    /** Where everything is that was started, a line each. */
    String addresses(Optional<String> dataset) {
        return Stream.of(Part.CHART, Part.COMPUTE, Part.KAFKA, Part.REDIS).filter(options::starts)
                .filter(part -> part != Part.COMPUTE || !options.starts(Part.CHART))
                .map(part -> switch (part) {
                    case CHART -> "  Dashboard  " + dashboard(dataset);
                    case COMPUTE -> "  Compute    http://localhost:" + options.port(part) + "/q/health";
                    case KAFKA, REDIS -> "  %-9s  localhost:%d".formatted(names(List.of(part)), options.port(part));
                }).collect(Collectors.joining("\n"));
    }

    String dashboard(Optional<String> dataset) {
        return "http://localhost:" + options.port(Part.CHART) + "/" + dataset.map(name -> "?dataset=" + name).orElse("");
    }

    /** Never returns, but throws when something cannot be kept running. */
    void awaitEnd() {
        CountDownLatch never = new CountDownLatch(1);
        try {
            while (!never.await(200, TimeUnit.MILLISECONDS)) {
                supervisors.values().forEach(Supervisor::check);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets the services stop gracefully for a moment, then ends everything. */
    void stop() {
        supervisors.values().forEach(Supervisor::expectEnd);
        List<Supervisor> services = Stream.of(Part.CHART, Part.COMPUTE)
                .flatMap(part -> Stream.ofNullable(supervisors.get(part)))
                .toList();
        services.forEach(Supervisor::stop);
        long end = System.nanoTime() + FAREWELL.toNanos();
        services.forEach(service -> service.awaitEnd(Duration.ofNanos(end - System.nanoTime())));
        kill();
    }

    void kill() {
        Child.endAll();
        directory.close();
    }
}
