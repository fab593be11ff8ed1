package io.figcast.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.figcast.chart.category.CategoryRef;
import io.figcast.testing.KafkaAndRedis;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;

/** Who may call: by which names, how often, and with what. */
@QuarkusTest
@TestProfile(AccessIT.BehindAProxy.class)
@QuarkusTestResource(KafkaAndRedis.class)
class AccessIT {

    /** A proxy that tells who calls and by which name, and few calls for each client. */
    public static class BehindAProxy implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("figcast.allowed-hosts", "figures.example.org", "figcast.limit.calls-per-second", "1",
                    "figcast.limit.burst", "20", "figcast.downloads.max-concurrent", "1",
                    "figcast.downloads.max-time", "3s", "quarkus.http.proxy.proxy-address-forwarding", "true",
                    "quarkus.http.proxy.enable-forwarded-host", "true", "quarkus.http.http2", "true");
        }
    }

    private static int clients;
    private final String client = "X-Forwarded-For: " + address();

    @ParameterizedTest
    @ValueSource(strings = { "localhost", "LOCALHOST.:8080", "127.0.0.1:9", "[::1]:8080", "Figures.Example.org:443" })
    void itsOwnNamesAreAnswered(String host) {
        assertThat(get("/", "Host: " + host).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = { "evil.example", "localhost.evil.example:8080", "127.0.0.1.nip.io", "[::1].evil.example", "" })
    void anyOtherNameIsRefusedByAProblem(String host) {
        for (String path : new String[] { "/", "/api/datasets", "/api/figures?category=figs", "/api/signals", "/assets/x",
                "/nothing", "/q/openapi", "/q/health/../../api/datasets" }) {
            RawCall answer = get(path, "Host: " + host);
            assertThat(answer.status()).as(path).isEqualTo(421);
            assertThat(answer.code()).isEqualTo("UNKNOWN_HOST");
        }
    }

    @Test
    void theNameThatATrustedProxyWasCalledByCounts() {
        assertThat(get("/", "Host: localhost", "X-Forwarded-Host: evil.example").status()).isEqualTo(421);
        assertThat(get("/", "Host: localhost", "X-Forwarded-Host: figures.example.org").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/q/health/live", "/q/health/started", "/q/health", "/q/metrics" })
    void probesAndScrapersCallByAnyName(String path) {
        assertThat(get(path, "Host: chart-service.figcast.svc").status()).isNotEqualTo(421);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/api/datasets", "/%61pi/datasets", "//api/datasets", "/x/../api/datasets", "/api//datasets",
            "/./api/datasets", "/api;x=1/datasets", "/%2561pi/datasets", "/assets/../api/datasets", "/q/../api/datasets",
            "/assets/%2e%2e/api/datasets", "/api/nothing" })
    void noSpellingOfAPathPassesTheLimit(String path) {
        // A slow machine earns some calls while it makes them.
        assertThat(IntStream.range(0, 200).anyMatch(i -> get(path, "Host: localhost", client).status() == 429)).isTrue();
    }

    @Test
    void thePageItsAssetsAndOperationsAreFree() {
        for (String path : new String[] { "/", "/assets/nothing.js", "/q/health/live" }) {
            assertThat(IntStream.range(0, 30).map(i -> get(path, "Host: localhost", client).status())).doesNotContain(429);
        }
    }

    @ParameterizedTest
    @CsvSource({ "Content-Type: text/plain, Content-Length: 0", "Content-Type: application/x-www-form-urlencoded, X: y",
            "Content-Type: multipart/form-data; boundary=x, X: y", "Content-Type: */*, X: y", "Content-Type: garbage, X: y" })
    void callsThatChangeSomethingTakeJsonOnly(String first, String second) {
        RawCall delete = RawCall.send("DELETE /api/slice?dataset=nope&category=figs HTTP/1.1", "Host: localhost", client,
                first, second);

        assertThat(delete.status()).isEqualTo(415);
        assertThat(delete.code()).isEqualTo("UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void aBodyOfNoTypeIsRefused() {
        assertThat(new Chart().send("DELETE", "/api/slice?category=figs", "{}").join().statusCode()).isEqualTo(415);
        assertThat(new Chart().send("POST", "/api/requests", "{}").join().statusCode()).isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(strings = { "X: y", "Content-Length: 0", "Content-Type: application/json",
            "Content-Type: application/json; charset=utf-8" })
    void aDeleteWithoutABodyOrWithJsonIsTaken(String header) {
        RawCall delete = RawCall.send("DELETE /api/slice?dataset=..&category=figs HTTP/1.1", "Host: localhost", client,
                header);

        assertThat(delete.code()).isEqualTo("UNKNOWN_DATASET");
    }

    /** What its client does not take must not hold memory, nor the place of others. */
    @Test
    void aDownloadThatNobodyReadsIsEnded() throws IOException {
        CategoryRef ref = new CategoryRef("downloads", "large");
        try (MemoPlayer memo = new MemoPlayer();
                BrokerPlayer broker = new BrokerPlayer();
                Socket reader = new Socket()) {
            memo.catalogue("downloads", MemoPlayer.FINGERPRINT, "large");
            double[] column = new Random(1).doubles(400_000).toArray();
            broker.ready(ref, memo.slice(ref, "v", column, column, Duration.ofHours(1), Duration.ofHours(2)));
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(status("/api/figures?" + Chart.query(ref))).isEqualTo(200));
            reader.setReceiveBufferSize(4_096);
            reader.connect(new InetSocketAddress("localhost", RestAssured.port), 20_000);
            reader.getOutputStream().write(("GET /api/slice?" + Chart.query(ref)
                    + " HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 10.1.1.1\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            assertThat(reader.getInputStream().read()).isEqualTo('H');

            assertThat(get("/api/slice?" + Chart.query(ref), "Host: localhost", "X-Forwarded-For: 10.1.1.2").code())
                    .isEqualTo("TOO_MANY_DOWNLOADS");
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(status("/api/slice?" + Chart.query(ref))).isEqualTo(200));
        }
    }

    /** A client that has not called before. */
    private static String address() {
        clients++;
        return "10.0." + clients / 250 + "." + clients % 250;
    }

    private int status(String path) {
        return get(path, "Host: localhost", "X-Forwarded-For: " + address()).status();
    }

    private static RawCall get(String path, String... headers) {
        String[] head = new String[headers.length + 1];
        head[0] = "GET " + path + " HTTP/1.1";
        System.arraycopy(headers, 0, head, 1, headers.length);
        return RawCall.send(head);
    }
}
