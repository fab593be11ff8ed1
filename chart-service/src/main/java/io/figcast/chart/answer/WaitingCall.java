package io.figcast.chart.answer;

import java.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import io.figcast.chart.category.Held;
import io.figcast.chart.category.Signal;
import io.figcast.chart.category.state.Caller;

/** A call for a category that could not be answered at once, and the outcome that it is told. */
final class WaitingCall implements Caller<Answer> {

    private final Clock clock;
    private final long askedNanos = System.nanoTime();
    private final long deadlineNanos;
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();

    WaitingCall(Clock clock, Duration wait) {
        this.clock = clock;
        this.deadlineNanos = askedNanos + wait.toNanos();
    }

    CompletableFuture<Outcome> outcome() {
        return outcome;
    }

    /** Whoever has gone waits no longer, and leaves its place to others. */
    @Override
    public long deadlineNanos() {
        return outcome.isDone() ? askedNanos : deadlineNanos;
    }

    @Override
    public void ready(Held<Answer> held, boolean stale, Signal.@Nullable Failure error) {
        outcome.complete(new Outcome.Ready(held.answer(), stale ? AnswerState.STALE : AnswerState.READY, error));
    }

    @Override
    public void waiting(long requestedNanos, Signal.@Nullable Run run, OptionalLong expectedMillis) {
        long agoMillis = Math.max(0, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - requestedNanos));
        outcome.complete(new Outcome.Waiting(clock.instant().minusMillis(agoMillis), run != null,
                run == null ? null : run.startedAt(), expectedMillis.isPresent() ? expectedMillis.getAsLong() : null));
    }

    @Override
    public void failed(String code, String message, long retryAfterSeconds) {
        outcome.complete(new Outcome.Failed(code, message, retryAfterSeconds));
    }

    @Override
    public void unavailable(String code, String detail) {
        outcome.complete(new Outcome.Unavailable(code, detail));
    }
}
