package io.figcast.chart.answer;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import jakarta.inject.Singleton;

import io.figcast.chart.catalogue.Catalogue;
import io.figcast.chart.category.CategoryRef;
import io.figcast.chart.category.Freshness;
import io.figcast.chart.slice.SliceReader;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Looks for categories in the memo and draws what is found. One look-up per category and state of the signals is under way,
 * however many wait for it.
 */
@Singleton
class Lookups {

    private record Key(CategoryRef ref, String fingerprint, long offset) {
    }

    private final SliceReader reader;
    private final Drawing drawing;
    private final Holdings holdings;
    private final SingleFlight<Key, Optional<Holding>> running = new SingleFlight<>();
    private final Counter lookups;

    Lookups(SliceReader reader, Drawing drawing, Holdings holdings, MeterRegistry meters) {
        this.reader = reader;
        this.drawing = drawing;
        this.holdings = holdings;
        this.lookups = meters.counter("figcast.lookups");
    }

    /**
     * @param offset the newest signal of the category that is known: a look-up that began before it tells nothing
     * @return what was found, or empty; fails with {@link io.figcast.chart.slice.RedisAwayException},
     *         {@link io.figcast.chart.slice.SliceTooLargeException} or
     *         {@link java.util.concurrent.RejectedExecutionException}
     */
    CompletableFuture<Optional<Holding>> lookUp(CategoryRef ref, Catalogue catalogue, long offset) {
        Key key = new Key(ref, catalogue.fingerprint(), offset);
        return running.join(key, () -> {
            lookups.increment();
            return find(ref, catalogue, offset);
        });
    }

    private CompletableFuture<Optional<Holding>> find(CategoryRef ref, Catalogue catalogue, long offset) {
        String id = ref.sliceId(catalogue.fingerprint());
        return reader.manifest(id, ref).thenCompose(manifest -> {
            if (manifest.isEmpty()) {
                return CompletableFuture.completedFuture(Optional.empty());
            }
            SliceReader.Found found = manifest.get();
            Freshness freshness = Freshness.of(found.lifeMillis(), found.manifest().staleLife(), found.readAtNanos());
            return answer(ref, id, catalogue, found)
                    .thenApply(answer -> answer.map(a -> {
                        Holding holding = new Holding(a, catalogue.fingerprint(), freshness, offset);
                        holdings.put(ref, holding);
                        return holding;
                    }));
        });
    }

    private CompletableFuture<Optional<Answer>> answer(CategoryRef ref, String id, Catalogue catalogue,
            SliceReader.Found found) {
        Optional<Answer> same = holdings.get(ref).map(Holding::answer)
                .filter(a -> a.id().equals(id) && a.manifest().version().equals(found.manifest().version()));
        return same.isPresent() ? CompletableFuture.completedFuture(same) : drawing.draw(id, found.manifest(), catalogue);
    }
}
