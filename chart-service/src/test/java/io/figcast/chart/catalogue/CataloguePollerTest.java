package io.figcast.chart.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.event.Event;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.figcast.chart.slice.redis.MapRedis;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

class CataloguePollerTest {

    private record Often() implements CatalogueConfig {

        @Override
        public Duration pollEvery() {
            return Duration.ofMillis(10);
        }

        @Override
        public Duration keepMissing() {
            return Duration.ofMinutes(2);
        }

        @Override
        public int maxCategories() {
            return 10;
        }

        @Override
        public int maxBytes() {
            return 1_000;
        }
    }

    private final Vertx vertx = Vertx.vertx();
    private final MapRedis redis = new MapRedis();
    private final Catalogues catalogues = new Catalogues();

    @AfterEach
    void close() {
        vertx.close();
    }

    /** One of 100,000 categories would hold up every other client of the loop. */
    @Test
    void cataloguesAreTakenOverByAWorker() throws Exception {
        redis.set("figcast:1:catalogue:fruit", "{\"dataset\":\"fruit\",\"fingerprint\":\"5f0c\",\"categories\":[\"figs\"]}"
                .getBytes(StandardCharsets.UTF_8));
        redis.add("figcast:1:catalogues", "fruit");
        CompletableFuture<Boolean> onLoop = new CompletableFuture<>();
        CataloguePoller poller = new CataloguePoller(redis, catalogues, new Often(), told(onLoop), vertx, Clock.systemUTC());

        vertx.runOnContext(started -> poller.start(new StartupEvent()));

        assertThat(onLoop.get(20, TimeUnit.SECONDS)).isFalse();
        assertThat(catalogues.find("fruit").orElseThrow().categories()).containsExactly("figs");
    }

    /** Of a Redis that was emptied some catalogues are there again before others. */
    @Test
    void whatIsAnnouncedWithoutItsCatalogueIsAwaited() throws Exception {
        redis.set("figcast:1:catalogue:fruit", "{\"dataset\":\"fruit\",\"fingerprint\":\"5f0c\",\"categories\":[\"figs\"]}"
                .getBytes(StandardCharsets.UTF_8));
        redis.add("figcast:1:catalogues", "fruit", "stocks");
        CompletableFuture<Boolean> told = new CompletableFuture<>();
        CataloguePoller poller = new CataloguePoller(redis, catalogues, new Often(), told(told), vertx, Clock.systemUTC());

        vertx.runOnContext(started -> poller.start(new StartupEvent()));
        told.get(20, TimeUnit.SECONDS);

        assertThat(catalogues.lacks("stocks")).isFalse();
        assertThat(catalogues.lacks("cars")).isTrue();
    }

    /** A million names are sixteen megabytes. */
    @Test
    void aCatalogueIsReadAsAWholeOnlyWhereItsRevisionIsNews() throws Exception {
        redis.add("figcast:1:catalogues", "fruit");
        write("figs", "a".repeat(40));
        CataloguePoller poller = new CataloguePoller(redis, catalogues, new Often(), told(new CompletableFuture<>()), vertx,
                Clock.systemUTC());
        vertx.runOnContext(started -> poller.start(new StartupEvent()));
        await().until(() -> catalogues.find("fruit").isPresent());
        await().pollDelay(Duration.ofMillis(600)).until(() -> true);
        assertThat(redis.wholes()).isOne();

        write("dates", "b".repeat(40));
        await().untilAsserted(
                () -> assertThat(catalogues.find("fruit").orElseThrow().categories()).containsExactly("dates"));
        assertThat(redis.wholes()).isEqualTo(2);
    }

    private void write(String category, String revision) {
        redis.set("figcast:1:catalogue:fruit", ("{\"dataset\":\"fruit\",\"fingerprint\":\"5f0c\",\"categories\":[\"" + category
                + "\"],\"revision\":\"" + revision + "\"}").getBytes(StandardCharsets.UTF_8));
    }

    @SuppressWarnings("unchecked")
    private static Event<Catalogue> told(CompletableFuture<Boolean> onLoop) {
        return (Event<Catalogue>) Proxy.newProxyInstance(CataloguePollerTest.class.getClassLoader(),
                new Class<?>[] { Event.class }, (proxy, method, arguments) -> {
                    onLoop.complete(Context.isOnEventLoopThread());
                    return null;
                });
    }
}
