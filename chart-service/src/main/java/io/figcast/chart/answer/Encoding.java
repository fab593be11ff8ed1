package io.figcast.chart.answer;

import org.jspecify.annotations.Nullable;

import io.figcast.chart.category.Signal;

/**
 * One way to encode an answer; each is encoded once.
 *
 * @param state what it says of its age
 * @param error what it says of a newer computation that failed
 * @param form JSON or dense
 * @param gzip whether the client accepts it compressed
 */
public record Encoding(AnswerState state, Signal.@Nullable Failure error, Form form, boolean gzip) {

    /** One figure alone says nothing of its age. */
    static Encoding of(Outcome.Ready ready, Form form, boolean gzip) {
        return form.only() == null ? new Encoding(ready.state(), ready.error(), form, gzip)
                : new Encoding(AnswerState.READY, null, form, gzip);
    }
}
