package io.figcast.chart.kafka;

import io.figcast.chart.category.CategoryRef;
import io.figcast.chart.category.NewestSignal;

/** Receives the signals, on one thread, in the order of the topic. */
public interface SignalListener {

    void received(NewestSignal signal);

    /** The newest signal of a category is one too many to be kept. */
    default void dropped(CategoryRef ref, long offset) {
    }

    /** Nothing received before counts any more: the topic was deleted and created. */
    default void topicBeganAnew() {
    }
}
