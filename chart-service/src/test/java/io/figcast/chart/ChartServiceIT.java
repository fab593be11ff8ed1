package io.figcast.chart;

import static io.figcast.chart.Chart.code;
import static io.figcast.chart.Chart.json;
import static io.figcast.chart.Chart.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.figcast.chart.category.CategoryRef;
import io.figcast.reduction.ReducedSlice;
import io.figcast.reduction.Reduction;
import io.figcast.reduction.date.DatePrecision;
import io.figcast.reduction.memory.Selection;
import io.figcast.reduction.rows.AxisTypes;
import io.figcast.testing.KafkaAndRedis;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

@QuarkusTest
@QuarkusTestResource(KafkaAndRedis.class)
class ChartServiceIT {

    private static final CategoryRef HOSTILE = new CategoryRef("fruit", "'; DROP <script>\"\r\nX: é😀%00/..");
    private static final String[] CATEGORIES = { "apples", "cold", "waited", "crowd", "held", "forgotten", "stale", "failing",
            "missing",
            "zoomed", "numbers", "times", "rows", "head", "warm", "newer", "broken", "failed-later",
            "reduced", "reduced-here", "reduced-broken", HOSTILE.category() };

    private static MemoPlayer memo;
    private static BrokerPlayer broker;
    private final Chart chart = new Chart();

    @BeforeAll
    static void start() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
        memo = new MemoPlayer();
        broker = new BrokerPlayer();
        memo.catalogue("fruit", MemoPlayer.FINGERPRINT, CATEGORIES);
    }

    @AfterAll
    static void stop() {
        memo.close();
        broker.close();
    }

    @BeforeEach
    void datasetsAreKnown() {
        await().untilAsserted(() -> assertThat(chart.get("/q/health/ready").statusCode()).isEqualTo(200));
        await().untilAsserted(() -> assertThat(chart.get("/api/datasets").body()).contains("fruit"));
    }

    @Test
    void coldCategoryIsRequestedOnceAndServedWhenItsSignalArrives() {
        CategoryRef ref = ref("cold");

        HttpResponse<String> first = asked(ref);
        chart.figures(ref);
        await().untilAsserted(() -> assertThat(broker.requests(ref)).isEqualTo(1));
        broker.computing(ref);
        await().untilAsserted(() -> assertThat(json(chart.figures(ref)).getString("state")).isEqualTo("computing"));
        ready(ref, 200);

        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(first.headers().firstValue("Retry-After")).isPresent();
        assertThat(first.headers().firstValue("Cache-Control")).contains("no-store");
        await().untilAsserted(() -> assertThat(chart.figures(ref).statusCode()).isEqualTo(200));
        assertThat(json(chart.figures(ref)).getJsonArray("figures")).hasSize(4);
        assertThat(broker.requests(ref)).isEqualTo(1);
    }

    /** Asks until the request is on its way: a broker that has just been slow is answered with 503 for a moment. */
    private HttpResponse<String> asked(CategoryRef ref) {
        return await().until(() -> chart.figures(ref), answer -> answer.statusCode() == 202);
    }

    @Test
    void thousandWaitersLeadToOneRequestAndOneVersion() {
        CategoryRef ref = ref("crowd");

        List<CompletableFuture<HttpResponse<String>>> waiters = IntStream.range(0, 1_000)
                .mapToObj(i -> chart.figuresLater(ref, "Prefer", "wait=60")).toList();
        await().untilAsserted(() -> assertThat(broker.requests(ref)).isEqualTo(1));
        ready(ref, 100);

        assertThat(waiters).allSatisfy(waiter -> assertThat(waiter.join().statusCode()).isEqualTo(200));
        assertThat(waiters.stream().map(w -> w.join().headers().firstValue("ETag").orElseThrow()).distinct()).hasSize(1);
        assertThat(waiters.get(0).join().headers().firstValue("Preference-Applied")).contains("wait=60");
        assertThat(broker.requests(ref)).isEqualTo(1);
    }

    @Test
    void headOfTheRowsNeedsNoRows() {
        CategoryRef ref = ref("head");
        memo.slice(ref, "v-head", new double[] { 1 }, new double[] { 2 }, Duration.ofHours(1), Duration.ofHours(2));
        memo.delete(MemoPlayer.chunkKey(ref, "v-head", 'x', 0));

        HttpResponse<String> head = chart.send("HEAD", "/api/slice?" + query(ref), "").join();

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("Content-Disposition").orElseThrow()).contains("fruit-head-v-head.csv");
        assertThat(broker.requests(ref)).isZero();
    }

    @Test
    void waitEndsWithoutASignal() {
        HttpResponse<String> response = chart.figures(ref("waited"), "Prefer", "wait=1");

        assertThat(response.statusCode()).isEqualTo(202);
    }

    @Test
    void whoPrefersWhatIsHeldHasNothingComputed() {
        CategoryRef ref = ref("held");
        HttpResponse<String> cold = chart.figures(ref, "Prefer", "only-held");
        ready(ref, 200);
        HttpResponse<String> notLookedUp = chart.figures(ref, "Prefer", "only-held");
        await().untilAsserted(() -> assertThat(chart.figures(ref).statusCode()).isEqualTo(200));

        assertThat(cold.statusCode()).isEqualTo(204);
        assertThat(cold.headers().firstValue("Preference-Applied")).contains("only-held");
        assertThat(notLookedUp.statusCode()).isEqualTo(204);
        assertThat(json(chart.figures(ref, "Prefer", "only-held")).getJsonArray("figures")).hasSize(4);
        assertThat(broker.requests(ref)).isZero();
    }

    @Test
    void warmAnswerCostsNeitherRedisNorKafka() {
        CategoryRef ref = ref("warm");
        ready(ref, 2_000);
        await().untilAsserted(() -> assertThat(chart.figures(ref).statusCode()).isEqualTo(200));
        long before = memo.calls("pttl");

        String tag = chart.figures(ref).headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again = chart.figures(ref, "If-None-Match", "\"other\", W/" + tag);

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(memo.calls("pttl")).isEqualTo(before);
        assertThat(broker.requests(ref)).isZero();
    }

    @Test
    void formsAndCodingsAreNegotiatedAndTaggedApart() {
        CategoryRef ref = ref("warm");
        ready(ref, 2_000);
        await().untilAsserted(() -> assertThat(chart.figures(ref).statusCode()).isEqualTo(200));

        HttpResponse<String> plain = chart.figures(ref);
        HttpResponse<String> gzip = chart.figures(ref, "Accept-Encoding", "br, gzip;q=0.8");
        HttpResponse<String> dense = chart.figures(ref, "Accept", "application/vnd.figcast.figures, */*;q=0.1");
        HttpResponse<String> refused = chart.figures(ref, "Accept-Encoding", "gzip;q=0");
        HttpResponse<String> head = chart.send("HEAD", "/api/figures?" + query(ref), "").join();

        assertThat(gzip.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(refused.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(dense.headers().firstValue("Content-Type")).contains("application/vnd.figcast.figures");
        assertThat(List.of(tag(plain), tag(gzip), tag(dense))).doesNotHaveDuplicates();
        assertThat(tag(head)).isEqualTo(tag(plain));
        assertThat(head.body()).isEmpty();
        assertThat(plain.headers().allValues("Vary")).contains("Accept, Accept-Encoding");
    }

    @Test
    void newerVersionReplacesTheHeldOne() {
        CategoryRef ref = ref("newer");
        String first = ready(ref, 100);
        await().untilAsserted(() -> assertThat(version(ref)).isEqualTo(first));

        String second = ready(ref, 120);

        await().untilAsserted(() -> assertThat(version(ref)).isEqualTo(second));
    }

    @Test
    void staleAnswerIsServedWhileOneRefreshIsAskedFor() {
        CategoryRef ref = ref("stale");
        JsonObject manifest = memo.slice(ref, "v-stale", column(50, 1), column(50, 2), Duration.ZERO, Duration.ofHours(1));
        broker.ready(ref, manifest);

        await().untilAsserted(() -> assertThat(chart.figures(ref).statusCode()).isEqualTo(200));
        IntStream.range(0, 20).forEach(i -> chart.figures(ref));

        assertThat(json(chart.figures(ref)).getString("state")).isEqualTo("stale");
        await().untilAsserted(() -> assertThat(broker.requests()).filteredOn(r -> "stale".equals(r.getString("category")))
                .singleElement().satisfies(r -> {
                    assertThat(r.getBoolean("refresh")).isTrue();
                    assertThat(r.getString("ifVersion")).isEqualTo("v-stale");
                }));
    }

    @Test
    void failureWithNothingOlderIsToldAndAskedAgainAfterItsPause() {
        CategoryRef ref = ref("failing");
        asked(ref);
        await().untilAsserted(() -> assertThat(broker.requests(ref)).isEqualTo(1));
        broker.failed(ref, 2);

        await().untilAsserted(() -> assertThat(chart.figures(ref).statusCode()).isEqualTo(502));
        await().untilAsserted(() -> assertThat(chart.figures(ref).statusCode()).isEqualTo(202));
        await().untilAsserted(() -> assertThat(broker.requests(ref)).isEqualTo(2));
    }

    @Test
    void failureKeepsTheOlderSliceAndSaysSo() {
        CategoryRef ref = ref("failed-later");
        ready(ref, 30);
        await().untilAsserted(() -> assertThat(chart.figures(ref).statusCode()).isEqualTo(200));
        String before = tag(chart.figures(ref));
        broker.failed(ref, 30);

        await().untilAsserted(() -> assertThat(json(chart.figures(ref)).getJsonObject("error").getString("code"))
                .isEqualTo("SOURCE_FAILED"));
        assertThat(tag(chart.figures(ref))).isNotEqualTo(before);
    }

    @Test
    void signalWithoutASliceIsAskedAgainThreeTimesThenAnError() {
        CategoryRef ref = ref("missing");
        JsonObject manifest = memo.slice(ref, "gone", column(5, 1), column(5, 2), Duration.ofHours(1), Duration.ofHours(2));
        memo.delete(MemoPlayer.manifestKey(ref));

        asked(ref);
        for (int asked = 1; asked <= 4; asked++) {
            int expected = asked;
            await().untilAsserted(() -> assertThat(broker.requests(ref)).isEqualTo(expected));
            broker.ready(ref, manifest);
            await().untilAsserted(() -> {
                chart.figures(ref);
                assertThat(expected == 4 ? 502 : broker.requests(ref)).isGreaterThan(expected);
            });
        }

        await().untilAsserted(() -> assertThat(code(chart.figures(ref))).isEqualTo("SLICE_MISSING"));
        assertThat(broker.requests(ref)).isEqualTo(4);
    }

    @Test
    void incompleteOrAlteredSliceIsAMiss() {
        CategoryRef ref = ref("broken");
        JsonObject manifest = memo.slice(ref, "b1", column(5, 1), column(5, 2), Duration.ofHours(1), Duration.ofHours(2));
        memo.set(MemoPlayer.chunkKey(ref, "b1", 'y', 0), Buffer.buffer(new byte[5 * 8]),
                Duration.ofHours(1));
        broker.ready(ref, manifest);

        await().untilAsserted(() -> assertThat(broker.requests(ref)).isZero());
        assertThat(chart.figures(ref).statusCode()).isEqualTo(202);
        await().untilAsserted(() -> assertThat(broker.requests(ref)).isPositive());
    }

    @Test
    void forgottenSliceIsGoneFromMemoryToo() {
        CategoryRef ref = ref("forgotten");
        ready(ref, 100);
        await().untilAsserted(() -> assertThat(chart.figures(ref).statusCode()).isEqualTo(200));

        CompletableFuture<HttpResponse<String>> delete = chart.send("DELETE", "/api/slice?" + query(ref), "");
        await().untilAsserted(() -> assertThat(broker.requests()).anySatisfy(r -> {
            assertThat(r.getString("category")).isEqualTo("forgotten");
            assertThat(r.getBoolean("forget")).isTrue();
        }));
        String name = broker.requests().stream()
                .filter(r -> "forgotten".equals(r.getString("category")) && r.containsKey("named"))
                .map(r -> r.getString("named")).findFirst().orElseThrow();
        memo.delete(MemoPlayer.manifestKey(ref));
        broker.forgotten(ref, name);

        assertThat(delete.join().statusCode()).isEqualTo(204);
        assertThat(chart.figures(ref).statusCode()).isEqualTo(202);
    }

    @Test
    void regionIsDrawnFromTheRowsInsideIt() {
        CategoryRef ref = ref("zoomed");
        ready(ref, 1_000);
        await().untilAsserted(() -> assertThat(chart.figures(ref).statusCode()).isEqualTo(200));

        HttpResponse<String> region = chart.get("/api/figures?" + query(ref) + "&x0=0&x1=0.5&y0=0&y1=0.5");

        JsonArray x = json(region).getJsonArray("figures").getJsonObject(0).getJsonArray("data").getJsonObject(0)
                .getJsonArray("x");
        assertThat(x).hasSizeBetween(100, 400).allSatisfy(value -> assertThat((Double) value).isBetween(0.0, 0.5));
        assertThat(
                chart.get("/api/figures?" + query(ref) + "&x0=0&x1=0.5&y0=0&y1=0.5", "If-None-Match", tag(region)).statusCode())
                .isEqualTo(304);
    }

    @Test
    void bordersOfARegionAreWhatTheAxesAre() {
        CategoryRef numbers = ref("numbers");
        ready(numbers, 10);
        CategoryRef times = ref("times");
        broker.ready(times, memo.sliceOverTime(times, "t", new double[] { 988675200000.0, 988761600000.0, 1e12 },
                new double[] { 1, 2, 3 }));
        await().untilAsserted(() -> assertThat(chart.figures(times).statusCode()).isEqualTo(200));
        await().untilAsserted(() -> assertThat(chart.figures(numbers).statusCode()).isEqualTo(200));

        HttpResponse<String> may = chart.get("/api/figures?" + query(times) + "&x0=2001-05-01&x1=2001-05-03&y0=0&y1=5");
        assertThat(may.body()).contains("\"x\":[\"2001-05-01\",\"2001-05-02\"]");
        assertRefused(times, "&x0=988675200000&x1=988761600000&y0=0&y1=5", "x0 and x1 must be dates like 2001-05-01");
        assertRefused(times, "&x0=2001-05-01&x1=2001-05-03&y0=2001-05-01&y1=2001-05-03", "y0 and y1 must be numbers");
        assertRefused(numbers, "&x0=2001-05-01&x1=2001-05-03&y0=0&y1=5", "x0 and x1 must be numbers");
    }

    @Test
    void aReducedSliceIsDrawnAsItsRowsWouldBeAndHasNeitherRowsNorRegions() {
        CategoryRef there = ref("reduced");
        CategoryRef here = ref("reduced-here");
        double[] x = column(20_000, 1);
        double[] y = column(20_000, 2);
        ReducedSlice reduced = new ReducedSlice(
                Reduction.of(Selection.all(x, y), AxisTypes.NUMBERS, ReducedSlice.MOST_POINTS), DatePrecision.MILLISECONDS,
                DatePrecision.MILLISECONDS);
        broker.ready(there, memo.reducedSlice(there, "r1", reduced));
        broker.ready(here, memo.slice(here, "h1", x, y, Duration.ofHours(1), Duration.ofHours(1)));
        await().untilAsserted(() -> assertThat(chart.figures(there).statusCode()).isEqualTo(200));
        await().untilAsserted(() -> assertThat(chart.figures(here).statusCode()).isEqualTo(200));

        JsonObject answer = json(chart.figures(there));

        assertThat(answer.getBoolean("reduced")).isTrue();
        assertThat(answer.getInteger("rows")).isEqualTo(20_000);
        JsonObject other = json(chart.figures(here));
        assertThat(other.containsKey("reduced")).isFalse();
        assertThat(answer.getJsonArray("figures")).isEqualTo(other.getJsonArray("figures"));
        for (String refused : List.of("/api/slice?" + query(there), "/api/figures?" + query(there) + "&x0=0&x1=1&y0=0&y1=1")) {
            HttpResponse<String> problem = chart.get(refused);
            assertThat(problem.statusCode()).isEqualTo(400);
            assertThat(json(problem).getString("code")).isEqualTo("REDUCED");
            assertThat(json(problem).getString("detail")).contains("20000 rows");
        }
        assertThat(chart.send("HEAD", "/api/slice?" + query(there), "").join().statusCode()).isEqualTo(400);
    }

    @Test
    void alteredReducedSliceIsAMiss() {
        CategoryRef ref = ref("reduced-broken");
        ReducedSlice reduced = new ReducedSlice(
                Reduction.of(Selection.all(column(9_000, 1), column(9_000, 2)), AxisTypes.NUMBERS, ReducedSlice.MOST_POINTS),
                DatePrecision.MILLISECONDS, DatePrecision.MILLISECONDS);
        JsonObject manifest = memo.reducedSlice(ref, "r2", reduced);
        memo.set(MemoPlayer.chunkKey(ref, "r2", 'y', 0), Buffer.buffer(reduced.points()), Duration.ofHours(1));
        broker.ready(ref, manifest);

        assertThat(chart.figures(ref).statusCode()).isEqualTo(202);
        await().untilAsserted(() -> assertThat(broker.requests(ref)).isPositive());
    }

    private void assertRefused(CategoryRef ref, String region, String what) {
        HttpResponse<String> refused = chart.get("/api/figures?" + query(ref) + region);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).getString("code")).isEqualTo("MALFORMED");
        assertThat(json(refused).getString("detail")).contains(what);
    }

    @Test
    void datasetsTellWhatReadersShouldKnowOfTheirData() {
        memo.rawCatalogue("noted", """
                {"dataset":"noted","order":9,"fingerprint":"5f0c","categories":["a"],"notes":[
                {"code":"LINES_LEFT_OUT","message":"2 lines were left out","values":{"lines":"2"}}]}""");

        await().untilAsserted(() -> assertThat(chart.get("/api/datasets").body())
                .contains(
                        "\"notes\":[{\"code\":\"LINES_LEFT_OUT\",\"message\":\"2 lines were left out\",\"values\":{\"lines\":\"2\"}}]"));
        assertThat(chart.get("/api/datasets").body().split("\"notes\"", -1)).hasSize(2);
    }

    @Test
    void rowsComeAsCsvThatReadsBackExactly() {
        CategoryRef ref = ref("rows");
        double[] x = column(3_000, 1);
        double[] y = column(3_000, 2);
        broker.ready(ref, memo.slice(ref, "csv", x, y, Duration.ofHours(1), Duration.ofHours(2)));
        await().untilAsserted(() -> assertThat(chart.figures(ref).statusCode()).isEqualTo(200));

        List<String> lines = chart.get("/api/slice?" + query(ref)).body().lines().toList();

        assertThat(lines).hasSize(3_001).first().isEqualTo("x,y");
        assertThat(lines.stream().skip(1).mapToDouble(line -> Double.parseDouble(line.substring(0, line.indexOf(',')))))
                .containsExactly(IntStream.range(0, x.length).mapToObj(i -> x[i]).toArray(Double[]::new));
    }

    @Test
    void hostileTextIsACategoryLikeAnyOther() {
        broker.ready(HOSTILE, memo.slice(HOSTILE, "h1", column(5, 1), column(5, 2), Duration.ofHours(1), Duration.ofHours(2)));

        await().untilAsserted(() -> assertThat(chart.figures(HOSTILE).statusCode()).isEqualTo(200));
        HttpResponse<String> csv = chart.get("/api/slice?" + query(HOSTILE));

        assertThat(json(chart.figures(HOSTILE)).getString("category")).isEqualTo(HOSTILE.category());
        assertThat(csv.headers().firstValue("X")).isEmpty();
        assertThat(csv.headers().firstValue("Content-Disposition").orElseThrow()).startsWith("attachment; ");
    }

    @Test
    void hostileSignalsAndCataloguesStopNothing() {
        Random random = new Random(4);
        for (int i = 0; i < 50; i++) {
            byte[] noise = new byte[random.nextInt(2_000)];
            random.nextBytes(noise);
            broker.raw(noise, noise);
        }
        broker.raw(null, null);
        broker.raw(null,
                "{\"dataset\":\"fruit\",\"category\":\"apples\",\"status\":\"exploded\"}".getBytes(StandardCharsets.UTF_8));
        memo.rawCatalogue("unreadable", "{\"dataset\":\"unreadable\",\"categories\":[1,null,\"\"]");
        memo.rawCatalogue("other", "{\"dataset\":\"fruit\"}");
        CategoryRef ref = ref("apples");
        ready(ref, 10);

        await().untilAsserted(() -> assertThat(chart.figures(ref).statusCode()).isEqualTo(200));
        assertThat(chart.get("/q/health").statusCode()).isEqualTo(200);
        assertThat(chart.get("/api/datasets").body()).contains("apples").doesNotContain("unreadable");
    }

    private static String ready(CategoryRef ref, int rows) {
        String version = UUID.randomUUID().toString();
        broker.ready(ref, memo.slice(ref, version, column(rows, 1), column(rows, 2), Duration.ofHours(1), Duration.ofHours(2)));
        return version;
    }

    private String version(CategoryRef ref) {
        return json(chart.figures(ref)).getString("version");
    }

    private static String tag(HttpResponse<String> response) {
        return response.headers().firstValue("ETag").orElseThrow();
    }

    private static CategoryRef ref(String category) {
        return new CategoryRef("fruit", category);
    }

    private static double[] column(int rows, long seed) {
        return new Random(seed).doubles(rows).toArray();
    }
}
