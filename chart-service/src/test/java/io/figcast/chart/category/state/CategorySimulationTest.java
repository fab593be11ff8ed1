package io.figcast.chart.category.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.figcast.chart.category.Held;
import io.figcast.chart.category.Signal;

/**
 * The production state machine under a seeded scheduler. {@code -Dfigcast.seed=N} replays one seed,
 * {@code -Dfigcast.seeds=1000000} runs many.
 */
class CategorySimulationTest {

    private static final long SEEDS = Long.getLong("figcast.seeds", 10_000);

    /** What keeps the answers true, and how its absence shows. */
    enum Defence {

        AN_END_BEHIND_A_LATER_RUN_CASTS_DOUBT("a version is shown as ready that is known to be gone"),
        WHAT_IS_FOUND_LATE_IS_LOOKED_UP_AGAIN("a version is shown as ready that is known to be gone"),
        AN_END_BEHIND_A_LATER_RUN_WAKES("waited in vain for what can be read"),
        FIGURES_ARE_OF_THE_PRESENT_EDITION("figures are shown with titles of before"),
        ONLY_ITS_OWN_END_CONFIRMS_A_FORGET("a forget is confirmed before it was carried out");

        private final String verdict;

        Defence(String verdict) {
            this.verdict = verdict;
        }
    }

    @Test
    void whatIsShownIsTrueAndWhoeverAsksIsAnswered() {
        Long only = Long.getLong("figcast.seed");
        if (only != null) {
            run(only, null);
            return;
        }
        long shown = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            shown += run(seed, null);
        }
        assertThat(shown).as("the seeds lead to answers").isGreaterThan(SEEDS);
    }

    @ParameterizedTest
    @EnumSource(Defence.class)
    void aMissingDefenceIsNoticed(Defence missing) {
        assertThatThrownBy(() -> {
            for (long seed = 0; seed < SEEDS; seed++) {
                run(seed, missing);
            }
        }).isInstanceOf(AssertionError.class).hasMessageContaining(missing.verdict);
    }

    private static int run(long seed, @Nullable Defence missing) {
        try {
            return new CategorySimulation(seed, (limits, work) -> ref -> new Category<>(ref, limits, work,
                    new Undefended(missing), new UndefendedForgetters(missing))).run();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
        }
    }

    /** What is known, with one decision as it once was. */
    private static final class Undefended extends Knowledge<String> {

        private final @Nullable Defence missing;

        Undefended(@Nullable Defence missing) {
            this.missing = missing;
        }

        @Override
        @Nullable
        Held<String> judge(Held<String> before, Signal signal) {
            return missing == Defence.AN_END_BEHIND_A_LATER_RUN_CASTS_DOUBT
                    && signal.status() == Signal.Status.COMPUTING ? before.confirmed() : super.judge(before, signal);
        }

        @Override
        boolean isOutdated(Lookup<String> ended, Held<String> found) {
            Held<String> claimed = missing == Defence.FIGURES_ARE_OF_THE_PRESENT_EDITION ? of(edition(), found) : found;
            return missing != Defence.WHAT_IS_FOUND_LATE_IS_LOOKED_UP_AGAIN && super.isOutdated(ended, claimed);
        }

        private static Held<String> of(@Nullable String edition, Held<String> held) {
            return edition == null ? held
                    : new Held<>(held.answer(), held.slice(), held.version(), edition, held.freshness(), held.bytes(),
                            held.current());
        }

        @Override
        boolean isNews(Signal signal, boolean awaited) {
            return (missing != Defence.AN_END_BEHIND_A_LATER_RUN_WAKES || signal.status() != Signal.Status.COMPUTING)
                    && super.isNews(signal, awaited);
        }
    }

    /** Those who wait for a forget, as they once were told. */
    private static final class UndefendedForgetters extends Forgetters {

        private final @Nullable Defence missing;

        UndefendedForgetters(@Nullable Defence missing) {
            this.missing = missing;
        }

        @Override
        boolean isForgotten(Forgetter forgetter, Signal signal) {
            return missing == Defence.ONLY_ITS_OWN_END_CONFIRMS_A_FORGET ? signal.status() == Signal.Status.INVALIDATED
                    : super.isForgotten(forgetter, signal);
        }
    }
}
