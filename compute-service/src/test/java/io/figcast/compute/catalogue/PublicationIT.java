package io.figcast.compute.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.figcast.compute.catalogue.store.CatalogueJson;
import io.figcast.compute.catalogue.store.CatalogueStore;
import io.figcast.compute.health.Dependency;
import io.figcast.compute.memo.RedisGateway;
import io.figcast.compute.source.dataset.Definition;
import io.figcast.testing.KafkaAndRedis;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

class PublicationIT {

    static final String KEY = "figcast:1:catalogue:own";
    static final Duration TTL = Duration.ofHours(8);

    static Vertx vertx;
    static Redis redis;

    final List<String> announced = new ArrayList<>();
    final Dataset dataset = dataset("own");

    @BeforeAll
    static void connect() {
        vertx = Vertx.vertx();
        redis = Redis.createClient(vertx, "redis://" + KafkaAndRedis.redis().address());
    }

    @AfterAll
    static void disconnect() {
        redis.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @BeforeEach
    @AfterEach
    void forget() {
        redis("DEL", KEY, "figcast:1:catalogue:gone", "figcast:1:catalogues");
    }

    @Test
    void catalogueIsWrittenWithATimeToLiveAndIndexed() {
        Catalogue catalogue = TestCatalogues.catalogue("own", "aa", "a", "b");
        replica().publish(dataset, catalogue);
        assertThat(stored()).isEqualTo(catalogue);
        assertThat(redis("SMEMBERS", "figcast:1:catalogues").toString()).contains("own", "announced");
        assertThat(redis("PTTL", KEY).toLong()).isBetween(TTL.toMillis() - 10_000, TTL.toMillis());
        assertThat(redis("PTTL", "figcast:1:catalogues").toLong()).isPositive();
        assertThat(announced).isEmpty();
    }

    @Test
    void checkConfirmsWhatIsThereAndHealsWhatWasFlushed() {
        Publication replica = replica();
        Catalogue catalogue = TestCatalogues.catalogue("own", "aa", "a");
        replica.publish(dataset, catalogue);
        redis("PEXPIRE", KEY, "5000");
        replica.publish(dataset, catalogue);
        assertThat(redis("PTTL", KEY).toLong()).isGreaterThan(5000);

        redis("DEL", KEY, "figcast:1:catalogues");
        replica.publish(dataset, catalogue);
        assertThat(stored()).isEqualTo(catalogue);
        assertThat(redis("EXISTS", "figcast:1:catalogues").toInteger()).isOne();
        assertThat(announced).isEmpty();
    }

    @Test
    void changeIsAnnouncedByExactlyOneReplicaWithTheCategoriesBefore() {
        Catalogue before = TestCatalogues.catalogue("own", "aa", "a", "b");
        Catalogue after = TestCatalogues.catalogue("own", "bb", "b", "c");
        List<Publication> replicas = IntStream.range(0, 4).mapToObj(i -> replica()).toList();
        replicas.forEach(replica -> replica.publish(dataset, before));

        replicas.stream().map(replica -> CompletableFuture.runAsync(() -> replica.publish(dataset, after))).toList()
                .forEach(CompletableFuture::join);

        assertThat(announced).containsExactly("[a, b] aa -> bb");
        assertThat(stored()).isEqualTo(after);
    }

    @Test
    void restartedServiceAnnouncesWhatChangedMeanwhile() {
        replica().publish(dataset, TestCatalogues.catalogue("own", "aa", "a"));
        replica().publish(dataset, TestCatalogues.catalogue("own", "bb", "a"));
        assertThat(announced).containsExactly("[a] aa -> bb");
    }

    @Test
    void replicaOfAnOlderConfigurationDoesNotFightTheNewerButTakesOverWhenItIsGone() {
        Publication older = replica();
        Publication newer = replica();
        Catalogue old = TestCatalogues.catalogue("own", "aa", "a");
        Catalogue young = TestCatalogues.catalogue("own", "bb", "a");
        older.publish(dataset, old);
        newer.publish(dataset, young);
        older.publish(dataset, old);
        assertThat(stored()).isEqualTo(young);

        redis("PEXPIRE", KEY, Long.toString(TTL.minusSeconds(31).toMillis()));
        older.publish(dataset, old);
        assertThat(stored()).isEqualTo(old);
        assertThat(announced).containsExactly("[a] aa -> bb", "[a] bb -> aa");
    }

    @Test
    void newCategoriesUnderTheSameFingerprintAreWrittenButNotAnnounced() {
        Publication replica = replica();
        replica.publish(dataset, TestCatalogues.catalogue("own", "aa", "a"));
        replica.publish(dataset, TestCatalogues.catalogue("own", "aa", "a", "b"));
        assertThat(stored().categories()).containsExactly("a", "b");
        assertThat(announced).isEmpty();
    }

    @Test
    void whoStartsWithoutItsSourceInvalidatesNothing() {
        Catalogue good = TestCatalogues.catalogue("own", "aa", "a");
        replica().publish(dataset, good);
        Publication cutOff = replica();

        cutOff.publish(dataset, TestCatalogues.catalogue("own", Catalogue.UNKNOWN).failed(Instant.EPOCH, "away"));

        assertThat(stored()).isEqualTo(good);
        assertThat(announced).isEmpty();
    }

    @Test
    void errorOfOneReplicaDoesNotHideWhatAnotherCanList() {
        Catalogue good = TestCatalogues.catalogue("own", "aa", "a");
        Publication healthy = replica();
        Publication cutOff = replica();
        healthy.publish(dataset, good);
        cutOff.publish(dataset, TestCatalogues.failed(good));
        assertThat(stored().error()).isEmpty();

        redis("PEXPIRE", KEY, Long.toString(TTL.minusSeconds(31).toMillis()));
        cutOff.publish(dataset, TestCatalogues.failed(good));
        assertThat(stored().error()).isPresent();
        healthy.publish(dataset, good);
        assertThat(stored().error()).isEmpty();
    }

    @Test
    void datasetThatIsStillReadIsThereAtOnceButReplacesNothingAndIsNoChange() {
        Publication starting = replica();
        starting.publish(dataset, TestCatalogues.reading("own"));
        assertThat(redis("GET", KEY).toString()).contains("\"state\":\"reading\"").contains("\"categories\":[]");
        Catalogue listed = TestCatalogues.catalogue("own", "aa", "a");
        starting.publish(dataset, listed);
        assertThat(stored()).isEqualTo(listed);
        assertThat(redis("GET", KEY).toString()).doesNotContain("state");

        replica().publish(dataset, TestCatalogues.reading("own"));

        assertThat(stored()).isEqualTo(listed);
        assertThat(announced).isEmpty();
    }

    @Test
    void whoeverIsFurtherTellsHowFarADatasetIsRead() {
        Publication one = replica();
        Publication other = replica();
        one.publish(dataset, TestCatalogues.reading("own").at(0.2));
        other.publish(dataset, TestCatalogues.reading("own").at(0.1));
        assertThat(stored().progress()).isEqualTo(0.2);
        other.publish(dataset, TestCatalogues.reading("own").at(0.3));
        assertThat(stored().progress()).isEqualTo(0.3);

        redis("PEXPIRE", KEY, Long.toString(TTL.minusSeconds(31).toMillis()));
        replica().publish(dataset, TestCatalogues.reading("own").at(0));
        assertThat(stored().progress()).as("of one that has gone").isZero();
    }

    @Test
    void datasetThatNobodyConfirmsIsTakenOut() {
        redis("SADD", "figcast:1:catalogues", "gone");
        replica().publish(dataset("gone"), TestCatalogues.catalogue("gone", "aa", "a"));
        Definition own = TestCatalogues.definition("own").asDefault();
        Datasets datasets = new Datasets(List.of(new Datasets.Entry(own, new FakeSource(), dataset)));
        replica().removeAbandoned(datasets);
        assertThat(redis("EXISTS", "figcast:1:catalogue:gone").toInteger()).as("still confirmed").isOne();

        redis("PEXPIRE", "figcast:1:catalogue:gone", Long.toString(TTL.minusSeconds(301).toMillis()));
        replica().removeAbandoned(datasets);
        assertThat(redis("EXISTS", "figcast:1:catalogue:gone").toInteger()).isZero();
        assertThat(redis("SMEMBERS", "figcast:1:catalogues").toString()).doesNotContain("gone");
    }

    @Test
    void somethingElseInItsPlaceIsReplaced() {
        redis("SET", KEY, "{\"no\":\"catalogue\"}");
        replica().publish(dataset, TestCatalogues.catalogue("own", "aa", "a"));
        assertThat(stored().fingerprint()).isEqualTo("aa");
        redis("DEL", KEY);
        redis("RPUSH", KEY, "x");
        replica().publish(dataset, TestCatalogues.catalogue("own", "aa", "a"));
        assertThat(announced).isEmpty();
    }

    @Test
    void frozenRedisHoldsUpNobodyForLong() {
        Publication replica = replica();
        Catalogue catalogue = TestCatalogues.catalogue("own", "aa", "a");
        KafkaAndRedis.redis().pause();
        try {
            var publishing = CompletableFuture.runAsync(() -> replica.publish(dataset, catalogue));
            await().atMost(Duration.ofSeconds(5)).until(publishing::isDone);
            publishing.join();
        } finally {
            KafkaAndRedis.redis().resume();
        }
        await().untilAsserted(() -> {
            replica.publish(dataset, catalogue);
            assertThat(stored()).isEqualTo(catalogue);
        });
    }

    private Publication replica() {
        CatalogueStore store = new CatalogueStore(
                new RedisGateway(redis, Duration.ofSeconds(1), new Dependency("redis", InstantSource.system())), TTL);
        CatalogueListener listener = (changed, before, after) -> {
            synchronized (announced) {
                announced.add(before.categories() + " " + before.fingerprint() + " -> " + after.fingerprint());
            }
        };
        return new Publication(store, List.of(dataset.name(), "announced"), Duration.ofSeconds(10), List.of(listener),
                Runnable::run);
    }

    private static Dataset dataset(String name) {
        Definition definition = TestCatalogues.definition(name);
        HandSchedule schedule = new HandSchedule();
        FakeSource source = new FakeSource();
        return new Dataset(definition, new CatalogueWatch(definition, source,
                new CatalogueWatch.Pace(Duration.ZERO, Duration.ZERO), schedule, schedule, published -> {
                }), new Existence(source, Duration.ofSeconds(1), schedule), Optional::empty);
    }

    private static Catalogue stored() {
        return CatalogueJson.read(redis("GET", KEY).toString()).map(Catalogue::of).orElseThrow();
    }

    private static Response redis(String command, String... arguments) {
        Request request = Request.cmd(Command.create(command));
        for (String argument : arguments) {
            request.arg(argument);
        }
        return redis.send(request).toCompletionStage().toCompletableFuture().join();
    }
}
