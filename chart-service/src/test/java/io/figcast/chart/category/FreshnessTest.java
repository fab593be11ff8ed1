package io.figcast.chart.category;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

class FreshnessTest {

    private static final long READ_AT = 42;
    private static final Freshness EIGHT_HOURS = Freshness.of(TimeUnit.HOURS.toMillis(8), Duration.ofHours(2), READ_AT);

    @Test
    void isFreshUntilTheStalePartOfItsLifeBegins() {
        assertThat(EIGHT_HOURS.at(after(Duration.ofHours(6).minusNanos(1)))).isEqualTo(Freshness.Age.FRESH);
        assertThat(EIGHT_HOURS.at(after(Duration.ofHours(6)))).isEqualTo(Freshness.Age.STALE);
    }

    @Test
    void expiresWhenRedisForgetsTheSlice() {
        assertThat(EIGHT_HOURS.at(after(Duration.ofHours(8).minusNanos(1)))).isEqualTo(Freshness.Age.STALE);
        assertThat(EIGHT_HOURS.at(after(Duration.ofHours(8)))).isEqualTo(Freshness.Age.EXPIRED);
    }

    @Test
    void isStaleFromTheBeginningWhenLittleLifeIsLeft() {
        assertThat(Freshness.of(1_000, Duration.ofHours(2), READ_AT).at(READ_AT)).isEqualTo(Freshness.Age.STALE);
    }

    @Test
    void survivesTheOverflowOfTheMonotonicClock() {
        Freshness freshness = Freshness.of(1_000, Duration.ZERO, Long.MAX_VALUE - 10);

        assertThat(freshness.at(Long.MAX_VALUE)).isEqualTo(Freshness.Age.FRESH);
        assertThat(freshness.at(Long.MIN_VALUE + 10)).isEqualTo(Freshness.Age.FRESH);
    }

    private static long after(Duration duration) {
        return READ_AT + duration.toNanos();
    }
}
