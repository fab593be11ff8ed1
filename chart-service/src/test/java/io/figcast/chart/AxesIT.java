package io.figcast.chart;

import static io.figcast.chart.Chart.code;
import static io.figcast.chart.Chart.json;
import static io.figcast.chart.Chart.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.figcast.chart.category.Axes;
import io.figcast.chart.category.CategoryRef;
import io.figcast.testing.KafkaAndRedis;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;

/** The choice of axes: one category has a slice under each. */
@QuarkusTest
@QuarkusTestResource(KafkaAndRedis.class)
class AxesIT {

    private static final String DATASET = "flights";
    private static final Axes AXES = new Axes("distance", "delay");

    private static MemoPlayer memo;
    private static BrokerPlayer broker;
    private final Chart chart = new Chart();

    @BeforeAll
    static void start() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
        memo = new MemoPlayer();
        broker = new BrokerPlayer();
        memo.rawCatalogue(DATASET, """
                {"dataset":"flights","title":"Flights","xTitle":"Day","yTitle":"Late by","order":9,"default":false,
                 "categories":["cold","own","rows","doubted","listed"],"fingerprint":"%s","x":"date","y":"delay","columns":[
                 {"name":"date","type":"time"},{"name":"delay","type":"number"},{"name":"distance","type":"number"}]}"""
                .formatted(MemoPlayer.FINGERPRINT));
    }

    @AfterAll
    static void stop() {
        memo.close();
        broker.close();
    }

    @BeforeEach
    void datasetsAreKnown() {
        await().untilAsserted(() -> assertThat(chart.get("/q/health/ready").statusCode()).isEqualTo(200));
        await().untilAsserted(() -> assertThat(chart.get("/api/datasets").body()).contains("\"name\":\"flights\""));
    }

    private static CategoryRef under(String category, Axes axes) {
        return new CategoryRef(DATASET, category, axes);
    }

    private void ready(CategoryRef ref, String version) {
        broker.ready(ref, memo.slice(ref, version, new double[] { 1, 2 }, new double[] { 3, 4 }, Duration.ofHours(1),
                Duration.ofHours(2)));
    }

    @Test
    void datasetsSayWhatMayBeNamed() {
        assertThat(chart.get("/api/datasets").body()).contains("\"x\":\"date\",\"y\":\"delay\",\"columns\":["
                + "{\"name\":\"date\",\"type\":\"time\"},{\"name\":\"delay\",\"type\":\"number\"},"
                + "{\"name\":\"distance\",\"type\":\"number\"}]");
    }

    @Test
    void columnThatIsNotAllowedIsRefusedByEveryCallWithThoseThatAre() {
        String wrong = "?dataset=flights&category=cold&x=carrier";
        HttpResponse<?>[] refused = { chart.get("/api/figures" + wrong), chart.get("/api/figures/line" + wrong),
                chart.get("/api/slice" + wrong), chart.get("/api/categories?dataset=flights&x=carrier"),
                chart.send("DELETE", "/api/slice" + wrong, "", "Content-Type", "application/json").join(),
                chart.send("POST", "/api/requests", "{\"dataset\":\"flights\",\"category\":\"cold\",\"x\":\"carrier\"}",
                        "Content-Type", "application/json").join() };

        assertThat(refused).allSatisfy(response -> {
            assertThat(response.statusCode()).isEqualTo(400);
            assertThat((String) response.body()).contains("\"code\":\"UNKNOWN_COLUMN\"", "date, delay, distance");
        });
        assertThat(code(chart.get("/api/figures?dataset=flights&category=cold&x="))).isEqualTo("MALFORMED");
        assertThat(code(chart.get("/api/figures?dataset=flights&category=cold&x=a&x=b"))).isEqualTo("MALFORMED");
        assertThat(code(chart.get("/api/figures?dataset=flights&category=cold&y=" + "y".repeat(300)))).isEqualTo("TOO_LONG");
    }

    @Test
    void otherAxesAreRequestedAndAnsweredApartFromTheOwn() {
        CategoryRef other = under("cold", AXES);

        await().until(() -> chart.figures(other).statusCode() == 202);
        await().untilAsserted(() -> assertThat(broker.requests()).contains(new JsonObject().put("dataset", DATASET)
                .put("category", "cold").put("x", "distance").put("y", "delay")));
        ready(other, "v-other");

        await().untilAsserted(() -> assertThat(chart.figures(other).statusCode()).isEqualTo(200));
        JsonObject answer = json(chart.get("/api/figures?dataset=flights&category=cold&x=distance"));
        assertThat(answer.getString("version")).isEqualTo("v-other");
        assertThat(answer.getString("x")).isEqualTo("distance");
        assertThat(answer.encode()).contains("distance: ", "Late by: ");
        assertThat(chart.figures(under("cold", null)).statusCode()).isEqualTo(202);
    }

    @Test
    void ownColumnsNamedAreTheOwnAxes() {
        ready(under("own", null), "v-own");

        await().untilAsserted(() -> assertThat(chart.figures(under("own", null)).statusCode()).isEqualTo(200));
        JsonObject answer = json(chart.figures(under("own", new Axes("date", "delay"))));
        assertThat(answer.getString("version")).isEqualTo("v-own");
        assertThat(answer.containsKey("x")).isFalse();
    }

    @Test
    void ownColumnsMayBeNamedWhereThereIsNoChoice() {
        memo.rawCatalogue("fixed", """
                {"dataset":"fixed","title":"Fixed","xTitle":"x","yTitle":"y","order":10,"default":false,
                 "categories":["a"],"fingerprint":"%s","x":"date","y":"delay"}""".formatted(MemoPlayer.FINGERPRINT));
        await().untilAsserted(() -> assertThat(chart.get("/api/datasets").body()).contains("\"x\":\"date\",\"y\":\"delay\","
                + "\"categories\":[{\"name\":\"a\""));
        String own = "?dataset=fixed&category=a&x=date&y=delay";

        await().untilAsserted(() -> assertThat(chart.get("/api/figures" + own).statusCode()).isEqualTo(202));
        assertThat(chart.get("/api/categories?dataset=fixed&x=date").statusCode()).isEqualTo(200);
        assertThat(chart.send("POST", "/api/requests",
                "{\"dataset\":\"fixed\",\"category\":\"a\",\"x\":\"date\",\"y\":\"delay\"}", "Content-Type", "application/json")
                .join().body()).isEqualTo("{\"dataset\":\"fixed\",\"category\":\"a\"}");
        assertThat(code(chart.get("/api/figures?dataset=fixed&category=a&x=delay"))).isEqualTo("UNKNOWN_COLUMN");
    }

    @Test
    void categoriesAreListedInTheStateOfTheirSlicesUnderTheAxesNamed() {
        ready(under("listed", AXES), "v-listed");

        await().untilAsserted(() -> assertThat(listed("&x=distance").getString("state")).isEqualTo("ready"));
        assertThat(listed("&x=distance&y=delay").getInteger("rows")).isEqualTo(2);
        assertThat(listed("&x=date").getString("state")).isEqualTo("cold");
        assertThat(listed("").containsKey("rows")).isFalse();
    }

    private JsonObject listed(String axes) {
        return json(chart.get("/api/categories?dataset=flights&search=listed" + axes)).getJsonArray("categories")
                .getJsonObject(0);
    }

    @Test
    void rowsAreHeadedByTheirColumns() {
        CategoryRef ref = under("rows", AXES);
        ready(ref, "v-rows");
        await().untilAsserted(() -> assertThat(chart.figures(ref).statusCode()).isEqualTo(200));

        HttpResponse<String> csv = chart.get("/api/slice?" + query(ref));

        assertThat(csv.body()).isEqualTo("distance,delay\n1.0,3.0\n2.0,4.0\n");
        assertThat(csv.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("\"flights-rows-distance-delay-v-rows.csv\"");
    }

    @Test
    void changedDataIsLookedForUnderAllAxes() {
        CategoryRef ref = under("doubted", AXES);
        ready(ref, "v-doubted");
        await().untilAsserted(() -> assertThat(chart.figures(ref).statusCode()).isEqualTo(200));

        memo.delete(MemoPlayer.manifestKey(ref));
        assertThat(chart.figures(ref).statusCode()).as("what is held is shown").isEqualTo(200);
        broker.invalidated(under("doubted", null));

        await().untilAsserted(() -> assertThat(chart.figures(ref).statusCode()).isEqualTo(202));
    }
}
