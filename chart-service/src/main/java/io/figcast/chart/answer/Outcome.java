package io.figcast.chart.answer;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.figcast.chart.category.Signal;

/** How a question for a category ends. */
public sealed interface Outcome {

    /** There is something to show; {@code error} says that a newer computation failed. */
    record Ready(Answer answer, AnswerState state, Signal.@Nullable Failure error) implements Outcome {
    }

    /** Nothing is there yet; it has been asked for. */
    record Waiting(Instant requestedAt, boolean computing, @Nullable Instant startedAt,
            @Nullable Long expectedMillis) implements Outcome {
    }

    /** The computation failed and there is nothing older to show. */
    record Failed(String code, String message, long retryAfterSeconds) implements Outcome {
    }

    /** Nothing to show, and Redis or Kafka cannot be reached. */
    record Unavailable(String code, String detail) implements Outcome {
    }

    /** What was asked does not fit what there is. */
    record Refused(String code, String detail) implements Outcome {
    }

    /** There is no such dataset or category. */
    record Unknown(String code, String detail) implements Outcome {
    }
}
