package io.figcast.chart.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

import io.figcast.chart.category.CategoryRef;

class WaitersTest {

    private static final CategoryRef FIGS = new CategoryRef("fruit", "figs");
    private final Waiters waiters = new Waiters(2);

    @Test
    void callWakesAllWhoWaitForTheCategory() {
        CompletableFuture<Boolean> first = waiters.await(FIGS, Duration.ofMinutes(1).toNanos());
        CompletableFuture<Boolean> second = waiters.await(FIGS, Duration.ofMinutes(1).toNanos());

        waiters.call(FIGS, Runnable::run);

        assertThat(first).isCompletedWithValue(true);
        assertThat(second).isCompletedWithValue(true);
        assertThat(waiters.count()).isZero();
    }

    @Test
    void waitEndsByItself() {
        assertThat(waiters.await(FIGS, 1).join()).isFalse();
        assertThat(waiters.anyFor(FIGS)).isFalse();
    }

    @Test
    void tooManyDoNotWait() {
        CompletableFuture<?> first = waiters.await(FIGS, Duration.ofMinutes(1).toNanos());
        CompletableFuture<?> second = waiters.await(FIGS, Duration.ofMinutes(1).toNanos());

        assertThat(waiters.await(FIGS, Duration.ofMinutes(1).toNanos())).isCompletedWithValue(false);
        assertThat(first).isNotDone();
        assertThat(second).isNotDone();
    }
}
