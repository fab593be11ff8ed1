package io.figcast.chart.answer;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import jakarta.inject.Singleton;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.figcast.chart.catalogue.Catalogue;
import io.figcast.chart.figure.plotly.Region;

/** The figures of regions, made from the memoized slice, each once however many ask; some are kept. */
@Singleton
class Zooms {

    private static final int KIB = 1024;

    private record Key(String id, String version, Region region) {
    }

    private final Drawing drawing;
    private final Cache<Key, Answer> kept;
    private final SingleFlight<Key, Optional<Answer>> running = new SingleFlight<>();

    Zooms(Drawing drawing, AnswerConfig config) {
        this.drawing = drawing;
        // A region's answer is encoded right after it is drawn, so that its figures count three times.
        this.kept = Caffeine.newBuilder().maximumWeight(config.maxRegionBytes().asLongValue() / KIB)
                .weigher((Key key, Answer answer) -> (int) (1 + 3 * answer.weight() / KIB)).build();
    }

    /** Empty if the slice is not whole in the memo any more; fails as {@link Lookups#lookUp} does. */
    CompletableFuture<Optional<Answer>> draw(Answer whole, Catalogue catalogue, Region region) {
        Key key = new Key(whole.id(), whole.manifest().version(), region);
        Answer known = kept.getIfPresent(key);
        if (known != null) {
            return CompletableFuture.completedFuture(Optional.of(known));
        }
        return running.join(key, () -> drawing.draw(whole.id(), whole.manifest(), catalogue, region).thenApply(drawn -> {
            drawn.ifPresent(answer -> kept.put(key, answer));
            return drawn;
        }));
    }
}
