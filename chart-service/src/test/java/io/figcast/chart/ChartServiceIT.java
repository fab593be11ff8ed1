package io.figcast.chart;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.time.Duration;
import java.util.Random;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.figcast.chart.dataset.CategoryRef;
import io.figcast.testing.KafkaAndRedis;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;

@QuarkusTest
@QuarkusTestResource(KafkaAndRedis.class)
class ChartServiceIT {

    private static MemoPlayer memo;
    private static BrokerPlayer broker;

    @BeforeAll
    static void start() {
        memo = new MemoPlayer();
        broker = new BrokerPlayer();
        memo.catalogue("fruit", MemoPlayer.FINGERPRINT, "apples", "oranges", "figs");
    }

    @BeforeEach
    void caughtUp() {
        await().untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
        await().untilAsserted(() -> given().get("/api/datasets").then().statusCode(200).body("$", hasSize(1)));
    }

    @AfterAll
    static void stop() {
        memo.close();
        broker.close();
    }

    @Test
    void coldCategoryIsRequestedAndReadyWhenItsSignalArrives() {
        CategoryRef ref = new CategoryRef("fruit", "figs");

        given().queryParam("dataset", "fruit").queryParam("category", "figs").get("/api/figures").then().statusCode(202)
                .body("state", equalTo("waiting"));
        await().untilAsserted(() -> assertThat(broker.requests(ref)).isEqualTo(1));
        broker.computing(ref);
        await().untilAsserted(() -> given().queryParam("category", "figs").get("/api/figures").then().statusCode(202)
                .body("state", equalTo("computing")).body("expectedMillis", equalTo(777)));
        JsonObject manifest = memo.slice(ref, UUID.randomUUID().toString(), normal(200, 1), normal(200, 2), Duration.ofHours(1),
                Duration.ofHours(2));
        broker.ready(ref, manifest);

        await().untilAsserted(() -> given().queryParam("category", "figs").get("/api/figures").then().statusCode(200)
                .body("state", equalTo("ready")).body("figures", hasSize(4)));
        assertThat(broker.requests(ref)).isEqualTo(1);
    }

    private static double[] normal(int rows, long seed) {
        return new Random(seed).doubles(rows).toArray();
    }
}
