package io.figcast.chart.http.datasets;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import io.figcast.chart.answer.Answers;
import io.figcast.chart.catalogue.Catalogue;
import io.figcast.chart.category.Axes;
import io.figcast.chart.category.CategoryRef;
import io.figcast.chart.category.NewestSignal;
import io.figcast.chart.category.Signal;
import io.figcast.chart.kafka.Signals;
import io.figcast.chart.slice.Manifest;
import io.figcast.chart.slice.SliceReader;

/** Each category's state in a list of them: a hint from the signals; Redis is asked only for what these were too many for. */
@Singleton
class CategorySummaries {

    /** What is memoized of a slice whose signals were too many to be kept. */
    interface Forgotten {

        CompletableFuture<Optional<Manifest>> of(CategoryRef ref, String fingerprint);
    }

    private static final CompletableFuture<Optional<Manifest>> NOTHING = CompletableFuture.completedFuture(Optional.empty());

    private final Function<CategoryRef, @Nullable NewestSignal> newest;
    private final Forgotten forgotten;
    private final Clock clock;

    @Inject
    CategorySummaries(Answers answers, Signals signals, SliceReader reader, Clock clock) {
        this(answers::newest, (ref, fingerprint) -> signals.log().isForgetful(ref.dataset())
                ? reader.manifest(ref.sliceId(fingerprint), ref).thenApply(found -> found.map(SliceReader.Found::manifest))
                : NOTHING, clock);
    }

    CategorySummaries(Function<CategoryRef, @Nullable NewestSignal> newest, Forgotten forgotten, Clock clock) {
        this.newest = newest;
        this.forgotten = forgotten;
        this.clock = clock;
    }

    /** Some categories of a dataset at once. Blocks where Redis has to be asked. */
    List<CategorySummary> of(Catalogue catalogue, List<String> names, @Nullable Axes axes) {
        List<CompletableFuture<CategorySummary>> all = names.stream()
                .map(name -> of(new CategoryRef(catalogue.dataset(), name, axes), catalogue)).toList();
        return all.stream().map(CompletableFuture::join).toList();
    }

    private CompletableFuture<CategorySummary> of(CategoryRef ref, Catalogue catalogue) {
        CategorySummary told = told(ref, catalogue);
        return told.state() != CategorySummary.State.COLD || newest.apply(ref) != null ? CompletableFuture.completedFuture(told)
                : forgotten.of(ref, catalogue.fingerprint()).thenApply(stored -> stored.map(this::summary).orElse(told))
                        .exceptionally(away -> told);
    }

    private CategorySummary summary(Manifest manifest) {
        Signal.Result result = new Signal.Result(manifest.version(), manifest.rows(), manifest.computedAt(), manifest.staleAt(),
                manifest.expiresAt(), manifest.computeMillis());
        return new CategorySummary(manifest.ref().category(), age(result), (long) manifest.rows(), result.computedAt(),
                result.expiresAt(), result.computeMillis());
    }

    private CategorySummary told(CategoryRef ref, Catalogue catalogue) {
        NewestSignal any = newest.apply(ref);
        NewestSignal known = any != null && isAbout(any, ref, catalogue.fingerprint()) ? any : null;
        Signal.Result result = known == null ? null : known.signal().result();
        return new CategorySummary(ref.category(), state(known),
                result == null ? counted(ref, catalogue) : Long.valueOf(result.rows()),
                result == null ? null : result.computedAt(), result == null ? null : result.expiresAt(),
                known == null ? null : known.computeMillis());
    }

    /** The rows with both values are counted for the dataset's own axes only. */
    private static @Nullable Long counted(CategoryRef ref, Catalogue catalogue) {
        return ref.axes() == null ? catalogue.rows(ref.category()) : null;
    }

    /** A signal about the slice of an earlier definition, or of changed data, says nothing of today's. */
    private static boolean isAbout(NewestSignal state, CategoryRef ref, String fingerprint) {
        String slice = state.signal().slice();
        return slice == null || slice.equals(ref.sliceId(fingerprint));
    }

    private CategorySummary.State state(@Nullable NewestSignal newest) {
        if (newest == null) {
            return CategorySummary.State.COLD;
        }
        return switch (newest.signal().status()) {
            case COMPUTING ->
                newest.isComputing(System.nanoTime()) ? CategorySummary.State.COMPUTING : CategorySummary.State.COLD;
            case READY -> age(newest.signal().result());
            case FAILED -> CategorySummary.State.FAILED;
            case INVALIDATED -> CategorySummary.State.COLD;
        };
    }

    private CategorySummary.State age(Signal.@Nullable Result result) {
        Instant now = clock.instant();
        if (result != null && result.expiresAt() != null && !now.isBefore(result.expiresAt())) {
            return CategorySummary.State.COLD;
        }
        return result != null && result.staleAt() != null && !now.isBefore(result.staleAt()) ? CategorySummary.State.STALE
                : CategorySummary.State.READY;
    }
}
