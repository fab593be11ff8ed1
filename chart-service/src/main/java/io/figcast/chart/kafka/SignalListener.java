package io.figcast.chart.kafka;

import org.jspecify.annotations.Nullable;

/** Is told of every signal, on the one thread that reads them: it must not block. */
public interface SignalListener {

    void received(CategoryState state, @Nullable CategoryState before);
}
