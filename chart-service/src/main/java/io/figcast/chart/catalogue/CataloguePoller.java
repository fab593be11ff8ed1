package io.figcast.chart.catalogue;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;

import io.figcast.chart.category.CategoryRef;
import io.figcast.chart.slice.redis.RedisGateway;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;

/**
 * Follows the catalogues in Redis: one command for their names, one for each. What cannot be read changes nothing; what can be
 * read but makes no sense is left out and logged once.
 */
@ApplicationScoped
class CataloguePoller {

    private static final String NAMES = "figcast:1:catalogues";
    private static final String PREFIX = "figcast:1:catalogue:";
    private static final int MAX_DATASETS = 1_000;
    private static final Duration WHILE_CHANGING = Duration.ofMillis(250);
    private static final Duration SETTLED_AFTER = Duration.ofSeconds(10);

    /** What was read, with the bytes that it was read from: most of the time nothing has changed. */
    private record Read(ByteBuffer json, Optional<Catalogue> catalogue, Instant at) {
    }

    private final RedisGateway memo;
    private final Catalogues catalogues;
    private final CatalogueConfig config;
    private final CatalogueDecoder decoder;
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
        this.decoder = new CatalogueDecoder(config.maxCategories());
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
                .thenCompose(names -> read(names.stream().filter(CategoryRef::isDataset).limit(MAX_DATASETS).toList()))
                .thenCompose(read -> vertx.executeBlocking(() -> takeOver(read), false).toCompletionStage())
                .whenComplete((done, failure) -> timer = vertx.setTimer(pause().toMillis(), id -> poll()));
    }

    /** On a worker: a catalogue may have megabytes, and its listeners thousands of categories to update. */
    private boolean takeOver(Map<String, Optional<ByteBuffer>> read) {
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

    /** The catalogues; of one that is not there, empty. */
    private CompletableFuture<Map<String, Optional<ByteBuffer>>> read(List<String> names) {
        Map<String, Optional<ByteBuffer>> values = new HashMap<>();
        CompletableFuture<?> all = CompletableFuture.completedFuture(null);
        for (String name : names) {
            all = all.thenCombine(memo.value(PREFIX + name, config.maxBytes()).exceptionally(this::emptyIfNoText),
                    (ignored, value) -> values.put(name, value));
        }
        return all.thenApply(ignored -> values);
    }

    private Optional<ByteBuffer> emptyIfNoText(Throwable failure) {
        if (failure instanceof IllegalArgumentException || failure.getCause() instanceof IllegalArgumentException) {
            return Optional.empty();
        }
        throw failure instanceof RuntimeException e ? e : new IllegalStateException(failure);
    }

    private void accept(Map<String, Optional<ByteBuffer>> values) {
        Map<String, Read> read = new HashMap<>();
        Instant now = clock.instant();
        values.forEach((name, value) -> value.ifPresent(json -> {
            Read known = last.get(name);
            Optional<Catalogue> catalogue = known != null && known.json().equals(json) ? known.catalogue()
                    : decode(name, json);
            read.put(name, new Read(json, catalogue, now));
        }));
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

    private Optional<Catalogue> decode(String name, ByteBuffer json) {
        try {
            if (json.remaining() > config.maxBytes()) {
                throw new IllegalArgumentException("longer than figcast.catalogue.max-bytes");
            }
            byte[] bytes = new byte[json.remaining()];
            json.duplicate().get(bytes);
            return Optional.of(decoder.decode(name, bytes));
        } catch (IllegalArgumentException e) {
            Log.warnf("Ignoring a catalogue that cannot be read dataset=%s cause=%s", name, e.getMessage());
            return Optional.empty();
        }
    }
}
