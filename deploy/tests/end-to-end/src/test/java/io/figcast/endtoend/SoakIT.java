package io.figcast.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

import io.figcast.testing.PostgresServer;

/**
 * Two replicas of each service and an open page under steady traffic, for {@code -Dfigcast.soak.minutes=60}: what they use is
 * no more at the end than in the middle.
 */
@EnabledIfSystemProperty(named = "figcast.soak.minutes", matches = "[4-9]|\\d\\d+")
class SoakIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final int MINUTES = Integer.getInteger("figcast.soak.minutes", 0);
    private static final double GROWTH = 1.15;
    private static final long SEED = 60;

    @TempDir
    static Path directory;

    /** What grew, and the samples of each thing that was measured, a minute apart. */
    private final Map<String, List<Double>> samples = new HashMap<>();

    @Test
    void whatIsUsedIsNoMoreAtTheEndThanInTheMiddle() {
        try (PostgresServer postgres = PostgresServer.start()) {
            ChaosData data = new ChaosData(directory, postgres);
            Map<String, String> settings = new HashMap<>(data.settings());
            // Within the time of the run everything expires many times.
            List.of(ChaosData.SHARED, ChaosData.EACH, ChaosData.ARRIVALS, ChaosData.DATABASE)
                    .forEach(dataset -> settings.put("figcast.datasets." + dataset + ".ttl", "90s"));
            try (Fleet fleet = Fleet.linked(2, settings).start(); SignalLog log = new SignalLog(fleet.kafka().address())) {
                fleet.awaitDatasets();
                Page page = CHROMIUM.page();
                Visit.open(page, fleet.chart().get(0).uri()
                        .resolve("?dataset=" + ChaosData.SHARED + "&category=" + ChaosData.name(0).replace(" ", "%20")))
                        .awaitDrawn(ChaosData.name(0));
                CDPSession inspector = page.context().newCDPSession(page);
                ChaosTraffic traffic = new ChaosTraffic(fleet, data, log, 2_000);
                try (traffic) {
                    traffic.steadily(SEED);
                    int before = 0;
                    for (int minute = 0; minute < MINUTES; minute++) {
                        await().pollDelay(Duration.ofMinutes(1)).atMost(Duration.ofMinutes(2)).until(() -> true);
                        fleet.replicas().forEach(this::measure);
                        // All of them live for less than two minutes but the notes: as many as there was traffic.
                        add("Redis keys for 100 requests", 100
                                * Double.parseDouble(new RedisServer(fleet.redis().address()).tell("DBSIZE").substring(1))
                                / (traffic.accepted() - before));
                        before = traffic.accepted();
                        measure(inspector);
                        System.out.println("Soak minute=" + (minute + 1) + " taken=" + traffic.accepted() + ' ' + last());
                    }
                }
                await().atMost(Fleet.PATIENCE).untilAsserted(() -> assertThat(traffic.unanswered()).isEmpty());
                assertThat(traffic.wrong()).isEmpty();
                page.close();
                System.out.println("Soak ended taken=" + traffic.accepted() + " answers=" + traffic.statuses());
            }
        }
        samples.forEach((what, values) -> assertThat(lowest(values.subList(values.size() * 3 / 4, values.size()))).as(what)
                .isLessThanOrEqualTo(GROWTH * lowest(values.subList(values.size() / 4, values.size() / 2)) + 2));
    }

    private void measure(Replica replica) {
        replica.collectGarbage();
        replica.used().forEach((what, value) -> add(replica.name() + ' ' + what, value));
    }

    private void measure(CDPSession inspector) {
        inspector.send("HeapProfiler.collectGarbage");
        add("page heap MiB", inspector.send("Runtime.getHeapUsage").get("usedSize").getAsDouble() / (1 << 20));
        JsonObject counters = inspector.send("Memory.getDOMCounters");
        add("page nodes", counters.get("nodes").getAsDouble());
        add("page listeners", counters.get("jsEventListeners").getAsDouble());
    }

    private void add(String what, double value) {
        samples.computeIfAbsent(what, key -> new ArrayList<>()).add(value);
    }

    private Map<String, Long> last() {
        Map<String, Long> last = new java.util.TreeMap<>();
        samples.forEach((what, values) -> last.put(what, Math.round(values.get(values.size() - 1))));
        return last;
    }

    /** Of some minutes the lowest: what is under way at a moment comes on top. */
    private static double lowest(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }
}
