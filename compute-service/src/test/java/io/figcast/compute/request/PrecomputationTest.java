package io.figcast.compute.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;

class PrecomputationTest {

    @Test
    void whatFailsForGoodIsTriedLessAndLessOften() {
        Duration retry = Duration.ofSeconds(5);
        int tries = 0;
        for (Duration passed = Duration.ZERO; passed.compareTo(Duration.ofHours(1)) < 0; passed = passed.plus(retry)) {
            retry = Precomputation.longer(retry);
            tries++;
        }

        assertThat(tries).isLessThan(15);
        assertThat(retry).isEqualTo(Duration.ofMinutes(10));
    }
}
