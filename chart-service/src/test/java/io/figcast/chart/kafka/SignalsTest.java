package io.figcast.chart.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.figcast.chart.category.CategoryRef;
import io.vertx.core.buffer.Buffer;

class SignalsTest {

    private final Signals states = new Signals(3);

    @Test
    void keepsTheNewestOfEachCategoryInTheOrderOfTheTopic() {
        receive(0, "figs");
        receive(1, "apples");
        receive(5, "figs");

        assertThat(states.after(-1)).extracting(Signals.Entry::offset).containsExactly(1L, 5L);
        assertThat(states.size()).isEqualTo(2);
    }

    @Test
    void readerThatWasAwayGetsOnlyWhatCameAfter() {
        receive(0, "figs");
        receive(1, "apples");
        receive(2, "figs");

        assertThat(states.after(1)).extracting(Signals.Entry::offset).containsExactly(2L);
        assertThat(states.after(2)).isEmpty();
    }

    @Test
    void beyondTheBoundTheLongestSilentIsForgotten() {
        receive(0, "a");
        receive(1, "b");
        receive(2, "c");
        receive(3, "a");
        receive(4, "d");

        assertThat(states.size()).isEqualTo(3);
        assertThat(states.after(-1)).extracting(Signals.Entry::offset).containsExactly(2L, 3L, 4L);
    }

    @Test
    void topicThatBeginsAnewBeginsANewEpoch() {
        receive(7, "figs");
        long before = states.epoch();
        receive(0, "apples");

        assertThat(states.epoch()).isGreaterThan(before);
        assertThat(states.size()).isEqualTo(1);
        assertThat(states.position()).isZero();
    }

    private void receive(long offset, String category) {
        states.moveTo(offset);
        states.add(new Signals.Entry(offset, ref(category), Buffer.buffer()));
    }

    private static CategoryRef ref(String category) {
        return new CategoryRef("fruit", category);
    }
}
