package io.figcast.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.figcast.chart.category.CategoryRef;
import io.figcast.testing.KafkaAndRedis;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** A million categories, as compute-service writes them. */
@QuarkusTest
@QuarkusTestResource(KafkaAndRedis.class)
class MillionIT {

    private static final int MILLION = 1_000_000;
    private static final Chart CHART = new Chart();
    private static MemoPlayer memo;
    private static BrokerPlayer broker;

    @BeforeAll
    static void write() {
        memo = new MemoPlayer();
        broker = new BrokerPlayer();
        write("a".repeat(40));
    }

    @BeforeEach
    void awaitThem() {
        await().atMost(Duration.ofSeconds(60)).until(() -> CHART.get("/api/datasets").body().contains("\"million\""));
    }

    @AfterAll
    static void delete() {
        memo.delete("figcast:1:catalogue:million");
        memo.close();
        broker.close();
    }

    private static void write(String revision) {
        String names = IntStream.range(0, MILLION).mapToObj("\"Sensor %06d\""::formatted).collect(Collectors.joining(","));
        memo.rawCatalogue("million", "{\"dataset\":\"million\",\"title\":\"Million\",\"fingerprint\":\"5f0c\",\"categories\":["
                + names + "],\"revision\":\"" + revision + "\"}");
    }

    @Test
    void aPageOfThemIsFoundAnywhereAndBySearch() {
        JsonObject dataset = new JsonArray(CHART.get("/api/datasets").body()).stream().map(JsonObject.class::cast)
                .filter(one -> one.getString("name").equals("million")).findFirst().orElseThrow();
        assertThat(dataset.getInteger("categoryCount")).isEqualTo(MILLION);
        assertThat(dataset.getJsonArray("categories")).hasSize(100);

        assertThat(names(page("from=999999"))).containsExactly("Sensor 999999");
        assertThat(names(page("around=Sensor%20123456&limit=10"))).hasSize(10).contains("Sensor 123456");
        JsonObject found = page("search=sOR%2099999&limit=3&from=6");
        assertThat(found.getInteger("matchCount")).isEqualTo(10);
        assertThat(names(found)).containsExactly("Sensor 999996", "Sensor 999997", "Sensor 999998");
    }

    @Test
    void eachIsKnownAndNoOther() {
        assertThat(CHART.figures(new CategoryRef("million", "Sensor 765432")).statusCode()).isEqualTo(202);
        HttpResponse<String> unknown = CHART.figures(new CategoryRef("million", "Sensor 1000000"));
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(Chart.code(unknown)).isEqualTo("UNKNOWN_CATEGORY");
    }

    @Test
    void theyAreReadAgainOnlyWhenTheirRevisionIsAnother() {
        long before = memo.bytesRead();
        await().pollDelay(Duration.ofSeconds(6)).until(() -> true);
        assertThat(memo.bytesRead() - before).as("bytes of three polls").isLessThan(1_000_000);

        write("b".repeat(40));
        await().atMost(Duration.ofSeconds(20)).until(() -> memo.bytesRead() - before > 15_000_000);
    }

    private static JsonObject page(String query) {
        return new JsonObject(CHART.get("/api/categories?dataset=million&" + query).body());
    }

    private static List<String> names(JsonObject page) {
        return page.getJsonArray("categories").stream().map(one -> ((JsonObject) one).getString("name")).toList();
    }
}
