package io.figcast.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.figcast.local.server.FreePort;
import io.figcast.local.server.LocalKafka;
import io.figcast.local.server.RunDirectory;

/** Both services on a Redis of several servers, of which the one that holds a slice is killed. */
class ReplicatedRedisIT {

    private static final List<String> FRUIT = List.of("apples", "oranges", "figs", "pineapples");
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Path directory = RunDirectory.create(Path.of("target", "replicated-redis")).path();

    @Test
    void keysOfASliceStayOnOneNodeOfAClusterAndAFailoverCostsOnlyTime() {
        try (RedisCluster redis = new RedisCluster(directory).start();
                Pair pair = new Pair(directory, redis.addresses(), Map.of("quarkus.redis.client-type", "cluster"))) {
            FRUIT.forEach(category -> assertReady(pair, category));

            Map<RedisNode, Set<String>> slices = redis.masters().stream()
                    .collect(Collectors.toMap(node -> node, ReplicatedRedisIT::slicesOn));
            assertThat(slices.values().stream().flatMap(Set::stream)).as("slices, each on one node").hasSize(FRUIT.size())
                    .doesNotHaveDuplicates();
            RedisNode most = slices.keySet().stream().max((a, b) -> slices.get(a).size() - slices.get(b).size()).orElseThrow();

            most.kill();

            FRUIT.forEach(category -> assertThat(pair.api().figures("fruit", category, 0).status()).as("while a node is away")
                    .isEqualTo(200));
            FRUIT.forEach(category -> assertRefreshed(pair, category));
        }
    }

    @Test
    void failoverBySentinelsCostsOnlyTime() {
        try (RedisSentinels redis = new RedisSentinels(directory).start();
                Pair pair = new Pair(directory, redis.addresses(), Map.of("quarkus.redis.client-type", "sentinel",
                        "quarkus.redis.master-name", "figcast", "quarkus.redis.role", "master"))) {
            assertReady(pair, "apples");

            redis.master().kill();

            assertThat(pair.api().figures("fruit", "apples", 0).status()).as("while there is no master").isEqualTo(200);
            assertRefreshed(pair, "apples");
            assertReady(pair, "figs");
            assertThat(slicesOn(redis.replica())).as("on what was the replica").hasSize(2);
        }
    }

    private static void assertReady(Pair pair, String category) {
        Api.Answer answer = pair.api().figures("fruit", category, 60);
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
        assertThat(answer.json().path("figures")).hasSize(4);
    }

    /** A refresh that is asked for once ends in a new version, whoever is the master by then. */
    private static void assertRefreshed(Pair pair, String category) {
        String before = pair.api().figures("fruit", category, 0).json().path("version").asText();
        assertThat(pair.wire().request("{\"category\":\"" + category + "\",\"refresh\":true}")).isPresent();
        await("a new version of " + category).atMost(PATIENCE).untilAsserted(() -> {
            Api.Answer answer = pair.api().figures("fruit", category, 0);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().path("version").asText()).isNotEmpty().isNotEqualTo(before);
        });
    }

    /** The ids of the slices of which this node holds a key. */
    private static Set<String> slicesOn(RedisNode node) {
        return node.send("KEYS", "figcast:1:{*").stream().map(key -> key.substring(key.indexOf('{'), key.indexOf('}')))
                .collect(Collectors.toSet());
    }

    /** Kafka and one replica of either service. */
    private static final class Pair implements AutoCloseable {

        private final LocalKafka kafka;
        private final List<Replica> services;
        private final Wire wire;

        Pair(Path directory, String redis, Map<String, String> client) {
            this.kafka = new LocalKafka(directory.resolve("kafka-" + client.get("quarkus.redis.client-type")), FreePort.find());
            this.kafka.start();
            this.wire = new Wire(kafka.address());
            Map<String, String> settings = new HashMap<>(client);
            settings.putAll(Map.of("kafka.bootstrap.servers", kafka.address(), "REDIS_URL", redis,
                    "figcast.datasets.fruit.simulated-cost", "0s"));
            this.services = Stream.of("compute-service", "chart-service").map(module -> new Replica(module,
                    directory.resolve(module + "-" + client.get("quarkus.redis.client-type") + ".log"), settings)).toList();
            services.forEach(Replica::start);
            await("both services are ready").atMost(PATIENCE).until(() -> services.stream().allMatch(Replica::isReady)
                    && api().get("api/datasets", 0).json().toString().contains("\"fruit\""));
        }

        Api api() {
            return new Api(services.get(1).uri());
        }

        Wire wire() {
            return wire;
        }

        @Override
        public void close() {
            wire.close();
            services.forEach(Replica::kill);
            kafka.close();
        }
    }
}
