package io.figcast.endtoend;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.figcast.local.server.FreePort;
import io.figcast.local.server.LocalKafka;
import io.figcast.local.server.LocalRedis;
import io.figcast.local.server.RunDirectory;

/**
 * A real Kafka, a real Redis and several replicas of both services, each a process of its own. The settings are what
 * compute-service is told besides addresses.
 */
final class Fleet implements AutoCloseable {

    /** For a machine that does many other things. */
    static final Duration PATIENCE = Duration.ofSeconds(240);

    private final RunDirectory directory = RunDirectory.create(Path.of("target", "fleet"));
    private final LocalKafka kafka = new LocalKafka(directory.path().resolve("kafka"), FreePort.find());
    private final LocalRedis redis = new LocalRedis(directory.path().resolve("redis"), FreePort.find());
    private final Link link = new Link(redis.address());
    private final Wire wire = new Wire(kafka.address());
    private final List<Replica> compute;
    private final List<Replica> chart;

    /** As many replicas of either service. */
    Fleet(int replicas, Map<String, String> settings) {
        this(replicas, replicas, settings);
    }

    Fleet(int compute, int chart, Map<String, String> settings) {
        this(compute, chart, settings, Map.of(), false);
    }

    Fleet(int replicas, Map<String, String> computeSettings, Map<String, String> chartSettings) {
        this(replicas, replicas, computeSettings, chartSettings, false);
    }

    private Fleet(int compute, int chart, Map<String, String> computeSettings, Map<String, String> chartSettings,
            boolean linked) {
        this.compute = replicas("compute-service", compute, computeSettings, linked);
        this.chart = replicas("chart-service", chart, chartSettings, linked);
    }

    /** So many replicas of each, whose way to Redis is the {@link #link}. */
    static Fleet linked(int replicas, Map<String, String> settings) {
        return new Fleet(replicas, replicas, settings, Map.of(), true);
    }

    private List<Replica> replicas(String module, int count, Map<String, String> settings, boolean linked) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("kafka.bootstrap.servers", kafka.address());
        all.put("REDIS_URL", linked ? link.address() : redis.address());
        return IntStream.range(0, count)
                .mapToObj(n -> new Replica(module, directory.path().resolve(module + "-" + n + ".log"), all)).toList();
    }

    /** Starts everything and waits until it is ready. */
    Fleet start() {
        kafka.start();
        redis.start();
        replicas().forEach(Replica::start);
        awaitReady();
        return this;
    }

    void awaitReady() {
        await("all replicas are ready").atMost(PATIENCE).until(() -> replicas().allMatch(Replica::isReady));
    }

    /** Waits until every chart-service knows the categories of every dataset. */
    void awaitDatasets() {
        for (int i = 0; i < chart.size(); i++) {
            Api api = api(i);
            await("all datasets are listed").atMost(PATIENCE).until(() -> {
                Api.Answer datasets = api.get("api/datasets", 0);
                return datasets.status() == 200 && !datasets.json().isEmpty()
                        && datasets.json().findParents("state").stream()
                                .noneMatch(any -> any.path("state").asText().equals("reading"));
            });
        }
    }

    LocalKafka kafka() {
        return kafka;
    }

    LocalRedis redis() {
        return redis;
    }

    /** Between the services and Redis. */
    Link link() {
        return link;
    }

    Wire wire() {
        return wire;
    }

    List<Replica> compute() {
        return compute;
    }

    List<Replica> chart() {
        return chart;
    }

    Stream<Replica> replicas() {
        return Stream.concat(compute.stream(), chart.stream());
    }

    Api api(int replica) {
        return new Api(chart.get(replica).uri());
    }

    /** How often a slice was computed, as the logs of all replicas tell. */
    long computations(String dataset, String category) {
        String line = "Computing slice dataset=" + dataset + " category=" + category;
        return compute.stream().flatMap(replica -> replica.output().lines()).filter(written -> written.endsWith(line)).count();
    }

    /** How many slices of a dataset were computed. */
    long computations(String dataset) {
        String line = "Computing slice dataset=" + dataset + " category=";
        return compute.stream().flatMap(replica -> replica.output().lines()).filter(written -> written.contains(line)).count();
    }

    @Override
    public void close() {
        wire.close();
        replicas().forEach(Replica::kill);
        link.close();
        redis.close();
        kafka.close();
    }
}
