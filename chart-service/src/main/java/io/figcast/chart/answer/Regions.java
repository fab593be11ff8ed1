package io.figcast.chart.answer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.figcast.chart.catalogue.Catalogue;
import io.figcast.chart.figure.plotly.Region;
import io.figcast.chart.slice.ColumnType;
import io.figcast.chart.slice.Manifest;
import io.figcast.chart.slice.Slices;
import io.figcast.chart.slice.Workers;
import io.figcast.reduction.rows.AxisType;

/**
 * The figures of regions, made from the memoized slice: each once however many ask, none when nobody waits for them any more.
 * Some are kept, bounded by what they take.
 */
@Singleton
class Regions {

    private static final int KIB = 1024;

    private record Key(String slice, String version, String edition, Region region) {
    }

    /** A region that is being drawn, and those who wait for it. */
    private record Running(List<CompletableFuture<Answer>> callers) {

        boolean isAbandoned() {
            return callers.stream().allMatch(CompletableFuture::isDone);
        }
    }

    private final Slices slices;
    private final Workers workers;
    private final AnswerBuilder builder;
    private final Cache<Key, Answer> kept;
    private final Map<Key, Running> running = new ConcurrentHashMap<>();

    Regions(Slices slices, Workers workers, AnswerBuilder builder, AnswerConfig config) {
        this.slices = slices;
        this.workers = workers;
        this.builder = builder;
        this.kept = Caffeine.newBuilder().maximumWeight(config.regionBytes() / KIB)
                .weigher((Key key, Answer answer) -> (int) (1 + answer.weight() / KIB)).build();
    }

    /**
     * Why there is no such region: the rows are not here, or its borders are not what the columns of a slice are: numbers or
     * times.
     */
    static Optional<Outcome> refusal(Region region, Manifest manifest) {
        if (manifest.reduced()) {
            return Optional.of(new Outcome.Refused(Outcome.REDUCED, "the " + manifest.rows()
                    + " rows of this category were reduced where they are, and no region of it can be drawn"));
        }
        return fault("x", region.xType(), manifest.xType()).or(() -> fault("y", region.yType(), manifest.yType()))
                .map(fault -> new Outcome.Refused("MALFORMED", fault));
    }

    private static Optional<String> fault(String axis, AxisType given, ColumnType column) {
        String borders = axis + "0 and " + axis + "1 must be ";
        return switch (column) {
            case NUMBER -> given == AxisType.LINEAR ? Optional.empty()
                    : Optional.of(borders + "numbers, because " + axis + " is a column of numbers");
            case TIME -> given == AxisType.DATE ? Optional.empty()
                    : Optional.of(borders + "dates like 2001-05-01 or 2001-05-01T13:45:00Z, because " + axis
                            + " is a column of times");
        };
    }

    /** Cancel the returned future when it is no longer wanted. Fails as {@link Slices#use} does. */
    CompletableFuture<Answer> draw(Answer whole, Catalogue catalogue, Region region) {
        Key key = new Key(whole.id(), whole.manifest().version(), catalogue.edition(), region);
        Answer known = kept.getIfPresent(key);
        if (known != null) {
            return CompletableFuture.completedFuture(known);
        }
        CompletableFuture<Answer> mine = new CompletableFuture<>();
        Running joined = running.compute(key, (k, before) -> {
            Running now = before == null ? new Running(new CopyOnWriteArrayList<>()) : before;
            now.callers().add(mine);
            return now;
        });
        if (joined.callers().get(0) == mine) {
            CompletableFuture<?> unused = slices.use(whole.id(), whole.manifest())
                    .thenCompose(use -> drawn(key, joined, use, whole, catalogue))
                    .whenComplete((answer, failure) -> end(key, joined, answer, failure));
        }
        return mine;
    }

    private CompletableFuture<@Nullable Answer> drawn(Key key, Running wanted, Slices.Use use, Answer whole,
            Catalogue catalogue) {
        CompletableFuture<@Nullable Answer> drawn;
        try {
            drawn = CompletableFuture.supplyAsync(() -> running.computeIfPresent(key,
                    (k, now) -> wanted.isAbandoned() ? null : now) == null ? null
                            : builder.draw(whole.id(), whole.manifest(), use.slice(), catalogue, key.region()),
                    workers.forRows(whole.manifest().rows()));
        } catch (RuntimeException e) {
            drawn = CompletableFuture.failedFuture(e);
        }
        return drawn.whenComplete((answer, failure) -> use.close());
    }

    private void end(Key key, Running ended, @Nullable Answer answer, @Nullable Throwable failure) {
        running.remove(key, ended);
        if (answer != null) {
            answer.onGrowth(() -> kept.put(key, answer));
            kept.put(key, answer);
        }
        ended.callers().forEach(caller -> {
            if (answer != null) {
                caller.complete(answer);
            } else if (failure != null) {
                caller.completeExceptionally(failure);
            }
        });
    }
}
