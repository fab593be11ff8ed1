package io.figcast.chart;

import static io.figcast.chart.Chart.code;
import static io.figcast.chart.Chart.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.UUID;

import jakarta.inject.Inject;

import org.apache.kafka.clients.producer.ProducerConfig;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.figcast.chart.category.CategoryRef;
import io.figcast.testing.KafkaAndRedis;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;

@QuarkusTest
@QuarkusTestResource(KafkaAndRedis.class)
class FaultsIT {

    private static final CategoryRef HELD = new CategoryRef("faults", "held");
    private static final CategoryRef COLD = new CategoryRef("faults", "cold");
    private static final double[] COLUMN = { 1, 2, 3 };

    @Inject
    KafkaClientService kafka;

    private final Chart chart = new Chart();
    private MemoPlayer memo;
    private BrokerPlayer broker;

    @BeforeAll
    static void patience() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
    }

    @AfterAll
    static void usualPatience() {
        Awaitility.reset();
    }

    @BeforeEach
    void bothAreThereAndOneCategoryIsHeld() {
        memo = new MemoPlayer();
        broker = new BrokerPlayer();
        memo.catalogue("faults", MemoPlayer.FINGERPRINT, "held", "cold");
        await().untilAsserted(() -> assertThat(chart.get("/api/datasets").body()).contains("faults"));
        broker.ready(HELD,
                memo.slice(HELD, UUID.randomUUID().toString(), COLUMN, COLUMN, Duration.ofHours(1), Duration.ofHours(2)));
        await().untilAsserted(() -> assertThat(chart.figures(HELD).statusCode()).isEqualTo(200));
    }

    @AfterEach
    void close() {
        memo.close();
        broker.close();
    }

    @Test
    void hungRedisLeavesWhatIsHeldAndEndsEveryOtherQuestion() {
        KafkaAndRedis.redis().pause();
        try {
            assertThat(chart.figures(HELD).statusCode()).isEqualTo(200);
            assertThat(code(chart.figures(COLD))).isEqualTo("MEMO_UNAVAILABLE");
            await().untilAsserted(() -> assertThat(chart.get("/q/health/ready").body()).contains("redisAwaySince"));
            assertThat(chart.get("/q/health/ready").statusCode()).isEqualTo(200);
        } finally {
            KafkaAndRedis.redis().resume();
        }

        await().untilAsserted(() -> assertThat(chart.figures(COLD).statusCode()).isEqualTo(202));
    }

    @Test
    void expiredAnswerIsShownOnlyWhileRedisCannotBeReached() {
        broker.ready(HELD, memo.slice(HELD, "short", COLUMN, COLUMN, Duration.ofSeconds(1), Duration.ofSeconds(4)));
        await().untilAsserted(() -> assertThat(json(chart.figures(HELD)).getString("version")).isEqualTo("short"));
        KafkaAndRedis.redis().kill();
        try {
            await().during(Duration.ofSeconds(5)).untilAsserted(
                    () -> assertThat(json(chart.figures(HELD)).getString("version")).isEqualTo("short"));
        } finally {
            KafkaAndRedis.redis().start();
        }

        await().untilAsserted(() -> assertThat(chart.figures(HELD).statusCode()).isEqualTo(202));
    }

    @Test
    void flushedMemoChangesNothingForWhatIsHeld() {
        memo.flush();

        assertThat(chart.figures(HELD).statusCode()).isEqualTo(200);
        assertThat(chart.get("/api/datasets").body()).contains("faults");
    }

    @Test
    void killedKafkaLeavesWhatIsHeldAndComesBackByItself() {
        KafkaAndRedis.kafka().kill();
        try {
            assertThat(chart.figures(HELD).statusCode()).isEqualTo(200);
            await().untilAsserted(() -> assertThat(code(chart.figures(COLD))).isEqualTo("BROKER_UNAVAILABLE"));
            assertThat(chart.get("/q/health/ready").statusCode()).isEqualTo(200);
            assertThat(chart.get("/q/health/live").statusCode()).isEqualTo(200);
        } finally {
            KafkaAndRedis.kafka().start();
        }

        await().untilAsserted(() -> assertThat(chart.figures(COLD).statusCode()).isEqualTo(202));
        broker.ready(COLD, memo.slice(COLD, "back", COLUMN, COLUMN, Duration.ofHours(1), Duration.ofHours(2)));
        await().untilAsserted(() -> assertThat(chart.figures(COLD).statusCode()).isEqualTo(200));
        broker.invalidated(COLD);
        memo.delete(MemoPlayer.manifestKey(COLD));
    }

    /** One broker cannot show what several would lose, so this looks at what Kafka's client makes of the settings. */
    @Test
    void whatIsHandedOverIsOnAllReplicasAndThereOnce() {
        await().until(() -> kafka.getProducer("category-requests") != null);
        ProducerConfig effective = new ProducerConfig(
                new HashMap<>(kafka.getProducer("category-requests").configuration()));

        assertThat(effective.getString(ProducerConfig.ACKS_CONFIG)).isEqualTo("-1");
        assertThat(effective.getBoolean(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG)).isTrue();
    }

    @Test
    void noConsumerGroupIsLeftBehind() throws Exception {
        assertThat(broker.admin().listGroups().all().get()).isEmpty();
    }
}
