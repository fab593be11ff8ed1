package io.figcast.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.figcast.testing.KafkaAndRedis;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

@QuarkusTest
@QuarkusTestResource(KafkaAndRedis.class)
class HttpProblemsIT {

    private static MemoPlayer memo;
    private static BrokerPlayer broker;
    private final Chart chart = new Chart();

    @BeforeAll
    static void start() {
        memo = new MemoPlayer();
        broker = new BrokerPlayer();
        memo.catalogue("problems", MemoPlayer.FINGERPRINT, "apples", "figs");
        memo.rawCatalogue("being-read", "{\"dataset\":\"being-read\",\"state\":\"reading\",\"order\":9,\"categories\":[]}");
    }

    @AfterAll
    static void stop() {
        memo.close();
        broker.close();
    }

    @BeforeEach
    void datasetsAreKnown() {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(chart.get("/api/datasets").body()).contains("problems", "being-read"));
    }

    /** It is there, only not to be had yet: nobody may take it for a mistake in the name. */
    @ParameterizedTest
    @CsvSource({ "GET, /api/figures?dataset=being-read&category=figs",
            "GET, /api/figures/line?dataset=being-read&category=figs",
            "GET, /api/slice?dataset=being-read&category=figs", "DELETE, /api/slice?dataset=being-read&category=figs" })
    void categoriesOfADatasetThatIsBeingReadAreToBeAskedForAgain(String method, String path) {
        HttpResponse<String> response = method.equals("GET") ? chart.get(path) : chart.send(method, path, "").join();

        assertProblem(response, 503, "DATASET_READING");
        assertThat(response.headers().firstValue("Retry-After")).hasValue("2");
    }

    @Test
    void aRequestForACategoryOfADatasetThatIsBeingReadIsToBeMadeAgain() {
        HttpResponse<String> response = chart
                .send("POST", "/api/requests", "{\"dataset\":\"being-read\",\"category\":\"figs\"}", "Content-Type",
                        "application/json")
                .join();

        assertProblem(response, 503, "DATASET_READING");
    }

    @ParameterizedTest
    @CsvSource({ "/api/figures, 400, MALFORMED", "/api/figures?category=, 400, MALFORMED",
            "/api/figures?dataset=problems&category=nope, 404, UNKNOWN_CATEGORY",
            "/api/figures?dataset=problems&category=%00, 404, UNKNOWN_CATEGORY",
            "/api/figures?dataset=nope&category=apples, 404, UNKNOWN_DATASET",
            "/api/figures?dataset=..%2F&category=apples, 404, UNKNOWN_DATASET",
            "/api/figures?dataset=problems&category=apples&category=figs, 400, MALFORMED",
            "/api/figures?dataset=problems&category=apples&x0=1, 400, MALFORMED",
            "/api/figures?dataset=problems&category=apples&x0=1&x1=0&y0=0&y1=1, 400, MALFORMED",
            "/api/figures/pie?dataset=problems&category=apples, 404, UNKNOWN_KIND",
            "/api/slice?dataset=problems&category=nope, 404, UNKNOWN_CATEGORY",
            "/api/categories?dataset=nope, 404, UNKNOWN_DATASET", "/api/categories?dataset=NOPE, 404, UNKNOWN_DATASET",
            "/api/categories?dataset=problems&limit=0, 400, MALFORMED",
            "/api/categories?dataset=problems&limit=1001, 400, MALFORMED",
            "/api/categories?dataset=problems&limit=ten, 400, MALFORMED",
            "/api/categories?dataset=problems&from=-1, 400, MALFORMED",
            "/api/categories?dataset=problems&from=1&after=figs, 400, MALFORMED",
            "/api/categories?dataset=problems&around=nope, 404, UNKNOWN_CATEGORY", "/api/signals?most=0, 400, MALFORMED",
            "/api/categories?dataset=problems&after=nope, 404, UNKNOWN_CATEGORY",
            "/api/categories?dataset=problems&search=a&search=b, 400, MALFORMED",
            "/api/signals?dataset=NOPE, 400, MALFORMED", "/api/nothing, 404, NOT_FOUND", "/nothing, 404, NOT_FOUND",
            "/assets/nothing.js, 404, NOT_FOUND",
            "/api/requests, 405, METHOD_NOT_ALLOWED" })
    void everyErrorIsAProblemDocument(String path, int status, String code) {
        assertProblem(chart.get(path), status, code);
    }

    @Test
    void overlongCategoryIsRefusedAndTheLongestIsNot() {
        assertProblem(chart.get("/api/figures?dataset=problems&category=" + "%F0%9F%98%80".repeat(257)), 400, "TOO_LONG");
        assertProblem(chart.get("/api/figures?dataset=problems&category=" + "%F0%9F%98%80".repeat(256)), 404,
                "UNKNOWN_CATEGORY");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/api/figures?category=%zz", "/api/slice?category=%zz", "/api/signals?dataset=%zz", "/%zz",
            "/api/%zz", "/api/categories?dataset=%zz", "/api/figures/%zz?category=figs" })
    void malformedPercentSignIsRefused(String target) {
        RawCall answer = RawCall.send("GET " + target + " HTTP/1.1", "Host: localhost");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("MALFORMED");
    }

    @Test
    void overlongSearchIsRefused() {
        assertProblem(chart.get("/api/categories?dataset=problems&search=" + "a".repeat(257)), 400, "TOO_LONG");
    }

    @Test
    void categoriesComeInPages() {
        JsonObject first = new JsonObject(chart.get("/api/categories?dataset=problems&limit=1").body());
        JsonObject second = new JsonObject(
                chart.get("/api/categories?dataset=problems&limit=1&after=" + first.getString("next")).body());

        assertThat(first.getInteger("categoryCount")).isEqualTo(2);
        assertThat(first.getJsonArray("categories").getJsonObject(0).getString("name")).isEqualTo("apples");
        assertThat(first.getJsonArray("categories").getJsonObject(0).getString("state")).isEqualTo("cold");
        assertThat(second.getJsonArray("categories").getJsonObject(0).getString("name")).isEqualTo("figs");
        assertThat(second.containsKey("next")).isFalse();
    }

    @Test
    void aDatasetOfMoreThanAThousandCategoriesCarriesItsFirst() {
        String[] many = IntStream.range(0, 1_500).mapToObj(i -> "category " + i).toArray(String[]::new);
        memo.catalogue("many", MemoPlayer.FINGERPRINT, many);

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(dataset("many")).hasValueSatisfying(dataset -> {
            assertThat(dataset.getJsonArray("categories")).hasSize(100);
            assertThat(dataset.getInteger("categoryCount")).isEqualTo(1_500);
        }));
        assertThat(dataset("problems").orElseThrow().containsKey("categoryCount")).isFalse();
        JsonObject last = new JsonObject(
                chart.get("/api/categories?dataset=many&limit=1000&after=category%20999&search=9").body());
        assertThat(last.getJsonArray("categories")).hasSize(95);
    }

    private Optional<JsonObject> dataset(String name) {
        return new JsonArray(chart.get("/api/datasets").body()).stream().map(JsonObject.class::cast)
                .filter(dataset -> name.equals(dataset.getString("name"))).findFirst();
    }

    @Test
    void malformedPercentSignIsRefusedWhereSomethingIsChanged() {
        RawCall answer = RawCall.send("DELETE /api/slice?category=%zz HTTP/1.1", "Host: localhost");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("MALFORMED");
    }

    @Test
    void foreignNameIsRefusedWhateverAForwardedOneSays() {
        assertThat(RawCall.send("GET / HTTP/1.1", "Host: evil.example", "X-Forwarded-Host: localhost").status())
                .isEqualTo(421);
    }

    @Test
    void overlongRequestLineIsRefused() {
        assertProblem(chart.get("/api/figures?category=" + "a".repeat(17_000)), 414, "TOO_LONG");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "{|400|MALFORMED", "{\"category\":5}|400|MALFORMED", "{}|400|MALFORMED",
            "{\"category\":\"apples\",\"all\":true}|400|MALFORMED", "{\"category\":\"nope\"}|404|UNKNOWN_CATEGORY",
            "{\"dataset\":\"nope\",\"all\":true}|404|UNKNOWN_DATASET",
            "{\"category\":\"apples\",\"ifVersion\":\"v\"}|400|MALFORMED" })
    void requestThatWouldBeRejectedIsNotSent(String body, int status, String code) {
        String withDataset = body.startsWith("{\"category") ? body.replaceFirst("\\{", "{\"dataset\":\"problems\",") : body;

        assertProblem(post(withDataset), status, code);
    }

    @Test
    void requestGoesToKafka() {
        HttpResponse<String> response = post("{\"dataset\":\"problems\",\"category\":\"figs\",\"refresh\":true}");

        assertThat(response.statusCode()).isEqualTo(202);
        await().untilAsserted(() -> assertThat(broker.requests()).contains(
                new JsonObject().put("dataset", "problems").put("category", "figs").put("refresh", true)));
    }

    @Test
    void onlyJsonOfModestSizeIsTaken() {
        assertProblem(chart.send("POST", "/api/requests", "{}", "Content-Type", "text/plain").join(), 415,
                "UNSUPPORTED_MEDIA_TYPE");
        assertProblem(post("{\"category\":\"" + "a".repeat(70_000) + "\"}"), 413, "TOO_LARGE");
    }

    @Test
    void otherSitesAreRefused() {
        assertProblem(
                chart.send("POST", "/api/requests", "{\"category\":\"apples\"}", "Content-Type", "application/json", "Origin",
                        "http://evil.example").join(),
                403, "FOREIGN_ORIGIN");
        assertProblem(chart.send("DELETE", "/api/slice?category=apples", "", "Sec-Fetch-Site", "cross-site").join(), 403,
                "FOREIGN_ORIGIN");
    }

    @Test
    void otherMethodsAreRefused() {
        assertProblem(chart.send("PUT", "/api/figures?category=apples", "").join(), 405, "METHOD_NOT_ALLOWED");
        assertProblem(chart.send("POST", "/api/signals", "").join(), 405, "METHOD_NOT_ALLOWED");
    }

    @Test
    void securityHeadersAreOnEveryAnswer() {
        for (String path : new String[] { "/", "/api/datasets", "/nothing", "/api/figures" }) {
            assertThat(chart.get(path).headers().map()).containsKeys("content-security-policy", "x-content-type-options",
                    "referrer-policy");
        }
    }

    @Test
    void openApiDescribesRoutesAndResources() {
        assertThat(chart.get("/q/openapi").body()).contains("/api/signals", "/api/figures/{kind}", "/api/requests",
                "application/problem+json");
    }

    private HttpResponse<String> post(String body) {
        return chart.send("POST", "/api/requests", body, "Content-Type", "application/json").join();
    }

    private static void assertProblem(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        JsonObject problem = new JsonObject(response.body());
        assertThat(problem.getInteger("status")).isEqualTo(status);
        assertThat(problem.getString("code")).isEqualTo(code);
        assertThat(problem.fieldNames()).contains("type", "title", "detail");
    }
}
