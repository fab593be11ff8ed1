package io.figcast.chart.http.datasets;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import io.figcast.chart.answer.Answers;
import io.figcast.chart.catalogue.Catalogue;
import io.figcast.chart.category.CategoryRef;
import io.figcast.chart.category.NewestSignal;
import io.figcast.chart.category.Signal;

/** Each category's state in a list of them: a hint from the signals, for which nobody asks Redis. */
@Singleton
class CategorySummaries {

    private final Function<CategoryRef, @Nullable NewestSignal> newest;
    private final Clock clock;

    @Inject
    CategorySummaries(Answers answers, Clock clock) {
        this(answers::newest, clock);
    }

    CategorySummaries(Function<CategoryRef, @Nullable NewestSignal> newest, Clock clock) {
        this.newest = newest;
        this.clock = clock;
    }

    CategorySummary of(CategoryRef ref, Catalogue catalogue) {
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
