package io.figcast.chart.answer;

import java.time.Instant;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.figcast.chart.category.Signal;

/** How a call for a category ends. */
public sealed interface Outcome {

    /** The code of what takes rows where only what the figures need is here. */
    String REDUCED = "REDUCED";

    /** Handles each kind. A new kind does not compile until every caller handles it. */
    <R> R when(Function<Ready, R> ready, Function<Waiting, R> waiting, Function<Failed, R> failed,
            Function<Unavailable, R> unavailable, Function<Refused, R> refused, Function<Unknown, R> unknown);

    /** There is something to show; {@code error} says that a newer computation failed. */
    record Ready(Answer answer, AnswerState state, Signal.@Nullable Failure error) implements Outcome {

        @Override
        public <R> R when(Function<Ready, R> ready, Function<Waiting, R> waiting, Function<Failed, R> failed,
                Function<Unavailable, R> unavailable, Function<Refused, R> refused, Function<Unknown, R> unknown) {
            return ready.apply(this);
        }
    }

    /** Nothing is there yet; it has been asked for. */
    record Waiting(Instant requestedAt, boolean computing, @Nullable Instant startedAt,
            @Nullable Long expectedMillis) implements Outcome {

        @Override
        public <R> R when(Function<Ready, R> ready, Function<Waiting, R> waiting, Function<Failed, R> failed,
                Function<Unavailable, R> unavailable, Function<Refused, R> refused, Function<Unknown, R> unknown) {
            return waiting.apply(this);
        }
    }

    /** The computation failed and there is nothing older to show. */
    record Failed(String code, String message, long retryAfterSeconds) implements Outcome {

        @Override
        public <R> R when(Function<Ready, R> ready, Function<Waiting, R> waiting, Function<Failed, R> failed,
                Function<Unavailable, R> unavailable, Function<Refused, R> refused, Function<Unknown, R> unknown) {
            return failed.apply(this);
        }
    }

    /** Nothing to show, and Redis or Kafka cannot be reached. */
    record Unavailable(String code, String detail) implements Outcome {

        @Override
        public <R> R when(Function<Ready, R> ready, Function<Waiting, R> waiting, Function<Failed, R> failed,
                Function<Unavailable, R> unavailable, Function<Refused, R> refused, Function<Unknown, R> unknown) {
            return unavailable.apply(this);
        }
    }

    /** What was asked does not fit what there is. */
    record Refused(String code, String detail) implements Outcome {

        @Override
        public <R> R when(Function<Ready, R> ready, Function<Waiting, R> waiting, Function<Failed, R> failed,
                Function<Unavailable, R> unavailable, Function<Refused, R> refused, Function<Unknown, R> unknown) {
            return refused.apply(this);
        }
    }

    /** There is no such dataset or category. */
    record Unknown(String code, String detail) implements Outcome {

        @Override
        public <R> R when(Function<Ready, R> ready, Function<Waiting, R> waiting, Function<Failed, R> failed,
                Function<Unavailable, R> unavailable, Function<Refused, R> refused, Function<Unknown, R> unknown) {
            return unknown.apply(this);
        }
    }
}
