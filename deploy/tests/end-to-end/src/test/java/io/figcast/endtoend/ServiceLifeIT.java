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

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Services that are stopped, schedules, data that changes, and requests to forget. */
class ServiceLifeIT {

    @TempDir
    static Path data;

    private static Fleet fleet;

    @BeforeAll
    static void start() throws IOException {
        Files.writeString(data.resolve("birds.csv"), "kind,span,weight\nowl,1,2\nowl,3,4\n");
        Map<String, String> settings = new HashMap<>(Map.of("figcast.data-directories", data.toString(),
                "figcast.catalogue.check-every", "1s", "figcast.catalogue.recheck-interval", "1s",
                "figcast.datasets.fruit.simulated-cost", "3s", "figcast.datasets.penguins.precompute.at-start", "true"));
        birds("birds", settings);
        birds("scheduled", settings);
        settings.put("figcast.datasets.scheduled.precompute.cron", "*/5 * * * * ?");
        fleet = new Fleet(1, settings).start();
    }

    private static void birds(String name, Map<String, String> settings) {
        String prefix = "figcast.datasets." + name + ".";
        settings.putAll(Map.of(prefix + "file", data.resolve("birds.csv").toString(), prefix + "category-column", "kind",
                prefix + "x-column", "span", prefix + "y-column", "weight"));
    }

    @AfterAll
    static void stop() {
        if (fleet != null) {
            fleet.close();
        }
    }

    @Test
    void whatIsUnderWayIsFinishedByAServiceThatIsAskedToStop() {
        Replica compute = fleet.compute().get(0);
        assertThat(fleet.wire().request("{\"category\":\"figs\"}")).isPresent();
        await().atMost(Fleet.PATIENCE).until(() -> fleet.computations("fruit", "figs") == 1);

        compute.stop(Duration.ofSeconds(60));

        assertThat(compute.exitCode()).isEqualTo(143);
        assertThat(statuses("fruit", "figs")).containsExactly("computing", "ready");
        compute.start();
        await().atMost(Fleet.PATIENCE).until(compute::isReady);
        assertThat(fleet.api(0).figures("fruit", "figs", 60).status()).isEqualTo(200);
        assertThat(fleet.computations("fruit", "figs")).isEqualTo(1);
    }

    @Test
    void aDatasetIsPrecomputedAtTheStartAndBySchedule() {
        await().atMost(Fleet.PATIENCE).untilAsserted(() -> {
            for (String species : List.of("Adelie", "Chinstrap", "Gentoo")) {
                assertThat(statuses("penguins", species)).contains("ready");
            }
            assertThat(statuses("scheduled", "owl")).contains("ready");
        });
    }

    @Test
    void changedDataIsAnnouncedAndNeverAnsweredAsFresh() throws IOException {
        Api api = fleet.api(0);
        await().atMost(Fleet.PATIENCE).until(() -> api.figures("birds", "owl", 30).json().path("rows").asInt() == 2);

        Files.writeString(data.resolve("birds.csv"), "kind,span,weight\nowl,1,2\nowl,3,4\nowl,5,6\n");

        await().atMost(Fleet.PATIENCE).untilAsserted(() -> assertThat(statuses("birds", "owl")).contains("invalidated"));
        await().atMost(Fleet.PATIENCE).until(() -> api.figures("birds", "owl", 30).json().path("rows").asInt() == 3);
    }

    @Test
    void aRequestToForgetThroughKafkaIsObeyedEverywhere() {
        Api api = fleet.api(0);
        await().atMost(Fleet.PATIENCE).until(() -> api.figures("fruit", "apples", 30).status() == 200);
        String before = api.figures("fruit", "apples", 30).json().path("version").asText();

        assertThat(fleet.wire().request("{\"category\":\"apples\",\"forget\":true}")).isPresent();

        await().atMost(Fleet.PATIENCE).untilAsserted(() -> assertThat(statuses("fruit", "apples")).contains("invalidated"));
        await().atMost(Fleet.PATIENCE).untilAsserted(() -> {
            Api.Answer answer = api.figures("fruit", "apples", 30);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().path("version").asText()).isNotEqualTo(before);
        });
    }

    @Test
    void kafkaMayComeLast() {
        try (Fleet late = new Fleet(1, Map.of("figcast.datasets.fruit.simulated-cost", "0s"))) {
            late.redis().start();
            late.replicas().forEach(Replica::start);
            await().atMost(Fleet.PATIENCE).until(() -> late.replicas().allMatch(Replica::isLive));

            late.kafka().start();

            await().atMost(Fleet.PATIENCE).ignoreExceptions()
                    .until(() -> late.api(0).figures("fruit", "figs", 10).status() == 200);
            assertThat(late.replicas()).allMatch(Replica::isAlive).allMatch(Replica::isLive);
        }
    }

    @Test
    void aRequestOlderThanItsFirstConsumerCounts() throws Exception {
        try (Fleet later = new Fleet(1, Map.of("figcast.datasets.fruit.simulated-cost", "0s"))) {
            later.kafka().start();
            later.redis().start();
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", later.kafka().address()))) {
                admin.createTopics(List.of(new NewTopic("category-requests", 2, (short) 1),
                        new NewTopic("slice-signals", 1, (short) 1))).all().get();
            }
            assertThat(later.wire().request("{\"category\":\"figs\"}")).isPresent();

            later.compute().get(0).start();

            await().atMost(Fleet.PATIENCE)
                    .until(() -> later.wire().signals().stream().anyMatch(signal -> signal.status().equals("ready")));
        }
    }

    private static List<String> statuses(String dataset, String category) {
        return fleet.wire().signals().stream().filter(signal -> signal.json().path("dataset").asText().equals(dataset))
                .filter(signal -> signal.category().equals(category)).map(Wire.Signal::status).toList();
    }
}
