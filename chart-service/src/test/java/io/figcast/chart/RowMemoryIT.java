package io.figcast.chart;

import static io.figcast.chart.Chart.code;
import static io.figcast.chart.Chart.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.figcast.chart.category.CategoryRef;
import io.figcast.testing.KafkaAndRedis;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;

/** Memory for rows that holds two of these slices at a time. */
@QuarkusTest
@QuarkusTestResource(KafkaAndRedis.class)
@TestProfile(RowMemoryIT.LittleMemory.class)
class RowMemoryIT {

    private static final int ROWS = 300_000;
    private static final String[] NAMES = { "one", "two", "three", "four", "five" };

    public static class LittleMemory implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("figcast.slices.max-bytes", "10M", "figcast.slices.room-patience", "3s");
        }
    }

    private final Chart chart = new Chart();
    private MemoPlayer memo;
    private BrokerPlayer broker;

    @BeforeEach
    void fiveLargeSlicesAreThere() {
        memo = new MemoPlayer();
        broker = new BrokerPlayer();
        memo.catalogue("large", MemoPlayer.FINGERPRINT, NAMES);
        await().untilAsserted(() -> assertThat(chart.get("/api/datasets").body()).contains("large"));
        double[] column = new Random(1).doubles(ROWS).toArray();
        for (String name : NAMES) {
            memo.slice(ref(name), "v-" + name, column, column, Duration.ofHours(1), Duration.ofHours(2));
        }
    }

    @AfterEach
    void close() {
        memo.close();
        broker.close();
    }

    @Test
    void whatDoesNotFitWaitsAndWhatWouldWaitTooLongIsRefused() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> all = new ArrayList<>();
        for (String name : NAMES) {
            all.add(chart.figuresLater(ref(name)));
        }
        assertThat(all).allSatisfy(figures -> assertThat(figures.join().statusCode()).isEqualTo(200));
        assertThat(cachedBytes()).isLessThanOrEqualTo(10 << 20);

        try (Socket first = slowReader("one"); Socket second = slowReader("two")) {
            HttpResponse<String> third = chart.get("/api/slice?" + query(ref("three")));

            assertThat(third.statusCode()).isEqualTo(503);
            assertThat(code(third)).isEqualTo("BUSY");
            assertThat(third.headers().firstValue("Retry-After")).isPresent();
            assertThat(chart.figures(ref("three")).statusCode()).as("what is drawn needs no rows").isEqualTo(200);
        }

        await().untilAsserted(
                () -> assertThat(chart.get("/api/slice?" + query(ref("three"))).statusCode()).isEqualTo(200));
    }

    /** Takes the head of a download and then nothing more. */
    private Socket slowReader(String name) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress("localhost", RestAssured.port));
        socket.getOutputStream().write(("GET /api/slice?" + query(ref(name)) + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        InputStream in = socket.getInputStream();
        assertThat(new String(in.readNBytes(12), StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 200");
        return socket;
    }

    private double cachedBytes() {
        return chart.get("/q/metrics").body().lines().filter(line -> line.startsWith("figcast_slices_cached_bytes"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1))).sum();
    }

    private static CategoryRef ref(String name) {
        return new CategoryRef("large", name);
    }
}
