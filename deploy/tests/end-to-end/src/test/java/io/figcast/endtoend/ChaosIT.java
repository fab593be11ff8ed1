package io.figcast.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import io.figcast.testing.PostgresServer;

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
    static Path directory;

    private static PostgresServer postgres;
    private static ChaosData data;
    private static Fleet fleet;

    @BeforeAll
    static void start() {
        postgres = PostgresServer.start();
        data = new ChaosData(directory, postgres);
        Map<String, String> settings = new HashMap<>(data.settings());
        settings.put("figcast.datasets.fruit.simulated-cost", "3s");
        fleet = Fleet.linked(2, settings).start();
    }

    @AfterAll
    static void stop() {
        if (fleet != null) {
            fleet.close();
        }
        if (postgres != null) {
            postgres.close();
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
        Faults faults = new Faults(fleet, data, SEED);
        SignalLog log = new SignalLog(fleet.kafka().address());
        ChaosTraffic traffic = new ChaosTraffic(fleet, data, log);
        try (log) {
            try (traffic) {
                traffic.begin(SEED);
                for (int n = 0; faults.happened() < FAULTS; n++) {
                    System.out.println("Chaos seed=" + SEED + " step=" + n + " fault=\"" + faults.next() + "\"");
                    assertThat(traffic.wrong()).as("seed " + SEED).isEmpty();
                }
            }
            fleet.awaitReady();
            await().atMost(Fleet.PATIENCE).untilAsserted(() -> assertThat(traffic.unanswered()).as("seed " + SEED).isEmpty());
            await().atMost(Fleet.PATIENCE).ignoreExceptions().untilAsserted(traffic::assertAllIsRight);
        }
        assertThat(traffic.wrong()).as("seed " + SEED).isEmpty();
        assertThat(traffic.accepted()).as("requests that were taken").isPositive();

        long shared = fleet.computations(ChaosData.SHARED) + fleet.computations(ChaosData.DATABASE);
        long each = fleet.computations(ChaosData.EACH);
        System.out.println("Chaos ended seed=" + SEED + " faults=" + faults.happened() + " taken=" + traffic.accepted()
                + " answers=" + traffic.statuses() + " repetitions=" + traffic.repetitions() + " cost=" + faults.cost()
                + " computations=" + shared + " each=" + traffic.each() + " computationsOfEach=" + each + " arrived="
                + traffic.arrived());
        assertThat(shared).isLessThanOrEqualTo(2 * ChaosData.FEW + traffic.repetitions() + faults.cost());
        assertThat(each).isLessThanOrEqualTo(traffic.each() + ChaosData.FEW + faults.cost());
    }
}
