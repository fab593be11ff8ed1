package io.figcast.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replicas of compute-service that come and go while requests arrive: Kafka gives partitions from one to another. */
class RebalanceIT {

    private static final Duration STOPPING = Duration.ofSeconds(120);
    private static final int MOST_CATEGORIES = 5_000;

    @TempDir
    static Path data;

    private final AtomicBoolean enough = new AtomicBoolean();
    private final Map<String, Long> sent = new HashMap<>();

    @Test
    void fromOneReplicaToThreeAndBackNothingIsLostAndNothingComputedTwice() throws IOException {
        try (Fleet fleet = new Fleet(3, 0, settings())) {
            List<Replica> replicas = fleet.compute();
            fleet.kafka().start();
            fleet.redis().start();
            replicas.get(0).start();
            await().atMost(Fleet.PATIENCE).until(replicas.get(0)::isReady);

            CompletableFuture<Void> requests = CompletableFuture.runAsync(() -> request(fleet));
            replicas.get(1).start();
            replicas.get(2).start();
            await("every replica computes").atMost(Fleet.PATIENCE)
                    .until(() -> replicas.stream().allMatch(replica -> computations(replica) > 0));
            replicas.get(0).stop(STOPPING);
            replicas.get(2).stop(STOPPING);
            enough.set(true);
            requests.join();

            await().atMost(Fleet.PATIENCE).untilAsserted(() -> assertThat(unanswered(fleet)).isEmpty());
            assertThat(replicas.stream().mapToLong(RebalanceIT::computations).sum()).isEqualTo(sent.size());
            assertThat(List.of(replicas.get(0).exitCode(), replicas.get(2).exitCode())).containsOnly(143);
        }
    }

    /** A lease that outlasts a busy machine: what is asked here is who computes, not who is late. */
    private static Map<String, String> settings() throws IOException {
        Path file = Files.writeString(data.resolve("many.csv"), IntStream.range(0, MOST_CATEGORIES)
                .mapToObj(n -> "category " + n + ",1,2\n").collect(Collectors.joining("", "category,x,y\n", "")));
        String prefix = "figcast.datasets.many.";
        return Map.of("figcast.data-directories", data.toString(), prefix + "file", file.toString(),
                prefix + "category-column", "category", prefix + "x-column", "x", prefix + "y-column", "y",
                prefix + "simulated-cost", "200ms", "figcast.memo.lease", "60s", "figcast.memo.timeout", "20s");
    }

    /** Each category is asked for three times, on whatever partition. */
    private void request(Fleet fleet) {
        for (int n = 0; n < MOST_CATEGORIES && !enough.get(); n++) {
            String category = "category " + n;
            for (int again = 0; again < 3; again++) {
                fleet.wire().request("{\"dataset\":\"many\",\"category\":\"" + category + "\"}")
                        .ifPresent(at -> sent.put(category, at));
            }
            await().pollDelay(Duration.ofMillis(30)).until(() -> true);
        }
    }

    private List<String> unanswered(Fleet fleet) {
        Map<String, Long> last = new HashMap<>();
        fleet.wire().signals().stream().filter(signal -> signal.status().equals("ready"))
                .forEach(signal -> last.put(signal.category(), signal.timestamp()));
        return sent.keySet().stream().filter(category -> last.getOrDefault(category, 0L) < sent.get(category)).toList();
    }

    private static long computations(Replica replica) {
        return replica.output().lines().filter(line -> line.contains("Computing slice dataset=many ")).count();
    }
}
