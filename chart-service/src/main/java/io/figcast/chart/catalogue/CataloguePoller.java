package io.figcast.chart.catalogue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;

import io.figcast.chart.catalogue.CatalogueReader.Read;
import io.figcast.chart.category.CategoryRef;
import io.figcast.chart.slice.redis.RedisGateway;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;

/**
 * Follows the catalogues in Redis: their names, then with {@link CatalogueReader} what is new. What cannot be read changes
 * nothing; what can be read but makes no sense is left out and logged once.
 */
@ApplicationScoped
class CataloguePoller {

    private static final String NAMES = "figcast:1:catalogues";
    private static final int MAX_DATASETS = 1_000;
    private static final Duration WHILE_CHANGING = Duration.ofMillis(250);
    private static final Duration SETTLED_AFTER = Duration.ofSeconds(10);

    private final RedisGateway memo;
    private final Catalogues catalogues;
    private final CatalogueConfig config;
    private final CatalogueReader reader;
    private final Event<Catalogue> changes;
    private final Vertx vertx;
    private final Clock clock;
    private volatile Map<String, Read> last = Map.of();
    private volatile Instant changed = Instant.MIN;
    private volatile long timer;

    CataloguePoller(RedisGateway memo, Catalogues catalogues, CatalogueConfig config, Event<Catalogue> changes,
            Vertx vertx, Clock clock) {
        this.memo = memo;
        this.catalogues = catalogues;
        this.config = config;
        this.reader = new CatalogueReader(memo, config, vertx, clock);
        this.changes = changes;
        this.vertx = vertx;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        poll();
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    private void poll() {
        CompletableFuture<?> unused = CompletableFuture.completedFuture(NAMES).thenCompose(memo::members)
                .thenCompose(
                        names -> reader.read(names.stream().filter(CategoryRef::isDataset).limit(MAX_DATASETS).toList(), last))
                .thenCompose(read -> vertx.executeBlocking(() -> takeOver(read), false).toCompletionStage())
                .whenComplete((done, failure) -> timer = vertx.setTimer(pause().toMillis(), id -> poll()));
    }

    /** On a worker: a catalogue may have megabytes, and whoever hears of it thousands of categories to tell. */
    private boolean takeOver(Map<String, Optional<Read>> read) {
        try {
            catalogues.redisAnswered();
            accept(read);
        } catch (RuntimeException e) {
            Log.error("Catalogues could not be applied", e);
        }
        return true;
    }

    /** When both services start together, datasets appear one after the other, and the first users are there already. */
    private Duration pause() {
        boolean settled = !last.isEmpty() && changed.plus(SETTLED_AFTER).isBefore(clock.instant());
        return settled || config.pollEvery().compareTo(WHILE_CHANGING) < 0 ? config.pollEvery() : WHILE_CHANGING;
    }

    private void accept(Map<String, Optional<Read>> values) {
        Map<String, Read> read = new HashMap<>();
        Instant now = clock.instant();
        values.forEach((name, value) -> value.ifPresent(one -> read.put(name, one)));
        // A flushed Redis knows no datasets until compute-service has written them again; they did not cease to exist.
        last.forEach((name, known) -> {
            if (known.at().plus(config.keepMissing()).isAfter(now)) {
                read.putIfAbsent(name, known);
            }
        });
        Set<String> awaited = new HashSet<>(values.keySet());
        awaited.removeAll(read.keySet());
        Set<Catalogue> before = catalogues(last);
        Set<Catalogue> after = catalogues(read);
        last = read;
        if (!after.equals(before)) {
            changed = now;
            catalogues.replace(after, awaited);
            after.removeAll(before);
            after.forEach(changes::fire);
        } else {
            catalogues.replaceAwaited(awaited);
        }
    }

    private static Set<Catalogue> catalogues(Map<String, Read> read) {
        Set<Catalogue> catalogues = new HashSet<>();
        read.values().forEach(r -> r.catalogue().ifPresent(catalogues::add));
        return catalogues;
    }
}
