package io.figcast.compute.slice.computation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.figcast.compute.slice.computation.SimRedis.Defect;

/**
 * The production state machine under a seeded scheduler. {@code -Dfigcast.seed=N} replays one seed,
 * {@code -Dfigcast.seeds=1000000} runs many.
 */
class SimulationTest {

    private static final long SEEDS = Long.getLong("figcast.seeds", 10_000);

    @Test
    void everyRequestComesToItsEndAndNothingIsComputedTwice() {
        Long only = Long.getLong("figcast.seed");
        if (only != null) {
            run(only, Set.of());
            return;
        }
        long computations = 0;
        long scans = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            Referee referee = run(seed, Set.of());
            computations += referee.computations;
            scans += referee.scansOfSeveral;
        }
        assertThat(computations).as("the seeds lead to computations").isGreaterThan(SEEDS);
        assertThat(scans).as("the seeds lead to scans for several categories").isGreaterThan(SEEDS / 4);
    }

    @ParameterizedTest
    @EnumSource(Defect.class)
    void aMissingDefenceIsNoticed(Defect defect) {
        assertThatThrownBy(() -> {
            for (long seed = 0; seed < 4_000; seed++) {
                run(seed, Set.of(defect));
            }
        }).isInstanceOf(AssertionError.class).hasMessageContaining("seed").hasMessageContaining(defect.verdict);
    }

    private static Referee run(long seed, Set<Defect> defects) {
        try {
            return new Simulation(seed, defects).run();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
        }
    }
}
