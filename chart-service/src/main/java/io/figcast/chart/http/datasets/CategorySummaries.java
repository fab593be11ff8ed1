package io.figcast.chart.http.datasets;

import java.time.Clock;
import java.time.Instant;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import io.figcast.chart.category.CategoryRef;
import io.figcast.chart.category.Signal;
import io.figcast.chart.kafka.CategoryState;
import io.figcast.chart.kafka.CategoryStates;

/** Each category's state in a list of them: a hint from the signals, for which nobody asks Redis. */
@Singleton
class CategorySummaries {

    private final CategoryStates states;
    private final Clock clock;

    CategorySummaries(CategoryStates states, Clock clock) {
        this.states = states;
        this.clock = clock;
    }

    CategorySummary of(CategoryRef ref, String fingerprint) {
        CategoryState newest = states.newest(ref).filter(state -> isAbout(state, ref, fingerprint)).orElse(null);
        Signal.Result result = newest == null ? null : newest.signal().result();
        return new CategorySummary(ref.category(), state(newest), result == null ? null : result.rows(),
                result == null ? null : result.computedAt(), result == null ? null : result.expiresAt(),
                newest == null ? null : newest.computeMillis());
    }

    /** A signal about the slice of an earlier definition, or of changed data, says nothing of today's. */
    private static boolean isAbout(CategoryState state, CategoryRef ref, String fingerprint) {
        String slice = state.signal().slice();
        return slice == null || slice.equals(ref.sliceId(fingerprint));
    }

    private CategorySummary.State state(@Nullable CategoryState newest) {
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
