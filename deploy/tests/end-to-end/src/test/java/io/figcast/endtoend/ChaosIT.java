package io.figcast.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two replicas of each service while everything around them fails: {@code -Dfigcast.chaos.faults=200} makes it long,
 * {@code -Dfigcast.chaos.seed=N} takes the faults of an earlier run (their moments differ: these are real processes).
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ChaosIT {

    private static final int FAULTS = Integer.getInteger("figcast.chaos.faults", 6);
    private static final long SEED = Long.getLong("figcast.chaos.seed", new Random().nextLong(1_000_000_000));
    private static final int VISITORS = 1_000;

    @TempDir
    static Path data;

    private static Fleet fleet;

    @BeforeAll
    static void start() throws IOException {
        Random random = new Random(7);
        String rows = Traffic.categories().flatMap(category -> IntStream.range(0, 40)
                .mapToObj(n -> category + "," + random.nextGaussian() + "," + random.nextGaussian() + "\n"))
                .collect(Collectors.joining("", "category,x,y\n", ""));
        Path file = Files.writeString(data.resolve("chaos.csv"), rows);
        String prefix = "figcast.datasets.chaos.";
        fleet = new Fleet(2, Map.of("figcast.data-directories", data.toString(), prefix + "file", file.toString(),
                prefix + "category-column", "category", prefix + "x-column", "x", prefix + "y-column", "y",
                prefix + "simulated-cost", "300ms", "figcast.memo.failure-ttl", "2s",
                "figcast.datasets.fruit.simulated-cost", "3s")).start();
    }

    @AfterAll
    static void stop() {
        if (fleet != null) {
            fleet.close();
        }
    }

    @Test
    @Order(1)
    void aThousandVisitorsAtOnceLeadToOneComputationAndOneVersion() {
        List<CompletableFuture<Api.Answer>> visits = IntStream.range(0, VISITORS)
                .mapToObj(n -> fleet.api(n % 2).figuresInTheEnd("fruit", "figs")).toList();

        await().atMost(Fleet.PATIENCE).until(() -> visits.stream().allMatch(CompletableFuture::isDone));
        assertThat(visits.stream().map(visit -> visit.join().json().path("version").asText()).distinct()).hasSize(1);
        assertThat(fleet.computations("fruit", "figs")).isEqualTo(1);
    }

    @Test
    @Order(2)
    void everyAcceptedRequestEndsAndEveryAnswerIsRightWhateverFails() {
        Faults faults = new Faults(fleet, SEED);
        Traffic traffic = new Traffic(fleet);
        traffic.learnWhatIsRight();
        try (traffic) {
            traffic.begin(SEED);
            for (int n = 0; faults.happened() < FAULTS; n++) {
                System.out.println("Chaos seed=" + SEED + " step=" + n + " fault=\"" + faults.next() + "\"");
            }
        }

        fleet.awaitReady();
        await().atMost(Fleet.PATIENCE).ignoreExceptions()
                .untilAsserted(() -> assertThat(traffic.unanswered(fleet.wire().signals())).as("seed " + SEED).isEmpty());
        await().atMost(Fleet.PATIENCE).ignoreExceptions().untilAsserted(traffic::assertAllIsRight);
        assertThat(traffic.wrong()).as("seed " + SEED).isEmpty();
        assertThat(traffic.accepted()).as("requests that were taken").isPositive();
        long computations = Traffic.categories().mapToLong(category -> fleet.computations("chaos", category)).sum();
        System.out.println("Chaos ended seed=" + SEED + " faults=" + faults.happened() + " taken=" + traffic.accepted()
                + " answers=" + traffic.statuses() + " causes=" + traffic.causes() + " computations=" + computations);
        // Each fault may cost each category one repetition.
        assertThat(computations).isLessThanOrEqualTo(
                traffic.causes() + (long) Traffic.CATEGORIES * (1 + faults.happened()));
    }
}
