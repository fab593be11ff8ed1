package io.figcast.chart.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.figcast.chart.category.CategoryRef;
import io.figcast.chart.category.Signal;
import io.vertx.core.buffer.Buffer;

class SignalsTest {

    private final Signals states = new Signals(3);

    @Test
    void keepsTheNewestOfEachCategoryInTheOrderOfTheTopic() {
        receive(0, "figs");
        receive(1, "apples");
        receive(5, "figs");

        assertThat(states.log().after(-1, null)).extracting(Signals.Entry::offset).containsExactly(1L, 5L);
        assertThat(states.size()).isEqualTo(2);
    }

    @Test
    void readerThatWasAwayGetsOnlyWhatCameAfter() {
        receive(0, "figs");
        receive(1, "apples");
        receive(2, "figs");

        assertThat(states.log().after(1, null)).extracting(Signals.Entry::offset).containsExactly(2L);
        assertThat(states.log().after(2, null)).isEmpty();
    }

    @Test
    void beyondTheBoundTheLongestSilentIsForgotten() {
        receive(0, "a");
        receive(1, "b");
        receive(2, "c");
        receive(3, "a");
        receive(4, "d");

        assertThat(states.size()).isEqualTo(3);
        assertThat(states.log().after(-1, null)).extracting(Signals.Entry::offset).containsExactly(2L, 3L, 4L);
    }

    @Test
    void topicThatBeginsAnewHasALogOfItsOwn() {
        receive(7, "figs");
        Signals.Log before = states.log();
        receive(0, "apples");

        assertThat(states.log()).isNotSameAs(before);
        assertThat(states.log().topic()).isNotEqualTo(before.topic());
        assertThat(states.log().position()).isZero();
        assertThat(states.size()).isEqualTo(1);
    }

    @Test
    void whoComesBackGoesOnInTheSameTopicOnly() {
        states.isAnother("a-1");
        receive(7, "figs");

        assertThat(states.log().offsetOf("a-1-7")).isEqualTo(7);
        assertThat(states.log().offsetOf("a-1-8")).as("not read here").isEqualTo(-1);
        assertThat(states.log().offsetOf("b-2-7")).as("of another topic").isEqualTo(-1);
        assertThat(states.log().offsetOf("a-1--7")).isEqualTo(-1);
        assertThat(states.log().offsetOf("a-1-99999999999999999999999")).isEqualTo(-1);
        assertThat(states.log().offsetOf("7")).isEqualTo(-1);
        assertThat(states.log().offsetOf(null)).isEqualTo(-1);
    }

    @Test
    void aTopicOfTheSameNameIsReadFromItsBeginning() {
        assertThat(states.isAnother("first")).as("nothing was read").isFalse();
        receive(7, "figs");
        assertThat(states.isAnother("first")).isFalse();

        assertThat(states.isAnother("second")).isTrue();
        receive(8, "figs");
        assertThat(states.log().topic()).as("it was on its way").isEqualTo("first");
        receive(0, "figs");
        assertThat(states.log().topic()).isEqualTo("second");
        assertThat(states.isAnother("second")).isFalse();
    }

    @Test
    void aTopicThatBeganAnewByItselfIsReadOnceMoreWhenItsNameIsKnown() {
        states.isAnother("first");
        receive(7, "figs");
        receive(0, "apples");
        assertThat(states.log().topic()).isNotEqualTo("first");

        assertThat(states.isAnother("second")).isTrue();
        receive(0, "apples");
        assertThat(states.log().topic()).isEqualTo("second");
    }

    @Test
    void whoWantsOneDatasetDoesNotPassOverThoseOfOthers() {
        receive(0, "figs");
        receive(1, new CategoryRef("stones", "flint"));
        receive(2, "apples");
        receive(3, new CategoryRef("stones", "flint"));

        assertThat(states.log().after(-1, "fruit")).extracting(Signals.Entry::offset).containsExactly(0L, 2L);
        assertThat(states.log().after(-1, "stones")).extracting(Signals.Entry::offset).containsExactly(3L);
        assertThat(states.log().after(3, "stones")).isEmpty();
        assertThat(states.log().after(-1, "nothing")).isEmpty();
        receive(4, "oranges");
        receive(5, "bananas");
        receive(6, "pears");
        assertThat(states.log().after(-1, "stones")).as("one large dataset pushes out its own").hasSize(1);
        assertThat(states.log().last("stones")).isEqualTo(3);
        assertThat(states.log().isForgetful("stones")).isFalse();
        assertThat(states.log().isForgetful("fruit")).isTrue();
    }

    private void receive(long offset, String category) {
        receive(offset, ref(category));
    }

    private void receive(long offset, CategoryRef ref) {
        states.moveTo(offset);
        states.add(new Signals.Entry(offset, signal(ref), Buffer.buffer()));
    }

    private static Signal signal(CategoryRef ref) {
        return new Signal(ref, Signal.Status.INVALIDATED, null, null, null, null, null, List.of());
    }

    private static CategoryRef ref(String category) {
        return new CategoryRef("fruit", category);
    }
}
