package io.figcast.chart.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.figcast.chart.category.CategoryRef;
import io.figcast.chart.category.Signal;
import io.vertx.core.buffer.Buffer;

class CategoryStatesTest {

    private final CategoryStates states = new CategoryStates(3);

    @Test
    void keepsTheNewestOfEachCategoryInTheOrderOfTheTopic() {
        receive(0, "figs");
        receive(1, "apples");
        receive(5, "figs");

        assertThat(states.after(-1)).extracting(CategoryState::offset).containsExactly(1L, 5L);
        assertThat(states.newest(ref("figs"))).map(CategoryState::offset).contains(5L);
    }

    @Test
    void readerThatWasAwayGetsOnlyWhatCameAfter() {
        receive(0, "figs");
        receive(1, "apples");
        receive(2, "figs");

        assertThat(states.after(1)).extracting(CategoryState::offset).containsExactly(2L);
        assertThat(states.after(2)).isEmpty();
    }

    @Test
    void beyondTheBoundTheLongestSilentIsForgotten() {
        receive(0, "a");
        receive(1, "b");
        receive(2, "c");
        receive(3, "a");
        receive(4, "d");

        assertThat(states.newest(ref("b"))).isEmpty();
        assertThat(states.after(-1)).extracting(CategoryState::offset).containsExactly(2L, 3L, 4L);
    }

    @Test
    void topicThatBeginsAnewBeginsANewEpoch() {
        receive(7, "figs");
        long before = states.epoch();
        receive(0, "apples");

        assertThat(states.epoch()).isGreaterThan(before);
        assertThat(states.newest(ref("figs"))).isEmpty();
        assertThat(states.position()).isZero();
    }

    private void receive(long offset, String category) {
        states.moveTo(offset);
        Signal signal = new Signal(ref(category), Signal.Status.INVALIDATED, null, null, null, null, null);
        states.accept(new CategoryState(offset, signal, null, 0, 0, Buffer.buffer()));
    }

    private static CategoryRef ref(String category) {
        return new CategoryRef("fruit", category);
    }
}
