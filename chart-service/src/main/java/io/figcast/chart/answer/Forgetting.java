package io.figcast.chart.answer;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import jakarta.inject.Singleton;

import io.figcast.chart.category.CategoryRef;
import io.figcast.chart.category.Signal;
import io.figcast.chart.kafka.CategoryRequest;
import io.figcast.chart.kafka.CategoryState;
import io.figcast.chart.kafka.CategoryStates;
import io.figcast.chart.kafka.RequestSender;

/** Has a slice forgotten everywhere, and waits until that is announced. */
@Singleton
class Forgetting {

    private final RequestSender sender;
    private final CategoryStates states;
    private final Waiters waiters;

    Forgetting(RequestSender sender, CategoryStates states, Waiters waiters) {
        this.sender = sender;
        this.states = states;
        this.waiters = waiters;
    }

    /**
     * Completes with whether {@code invalidated} was announced within the time; fails with
     * {@link io.figcast.chart.kafka.BrokerAwayException}.
     */
    public CompletableFuture<Boolean> forget(CategoryRef ref, Duration wait) {
        long before = states.newest(ref).map(CategoryState::offset).orElse(-1L);
        long deadline = System.nanoTime() + wait.toNanos();
        return sender.send(CategoryRequest.forget(ref)).thenCompose(sent -> announced(ref, before, deadline));
    }

    private CompletableFuture<Boolean> announced(CategoryRef ref, long before, long deadline) {
        CompletableFuture<Boolean> call = waiters.await(ref, deadline - System.nanoTime());
        if (isForgotten(ref, before)) {
            call.complete(true);
        }
        return call.thenCompose(called -> {
            boolean done = isForgotten(ref, before);
            return done || !called ? CompletableFuture.completedFuture(done) : announced(ref, before, deadline);
        });
    }

    private boolean isForgotten(CategoryRef ref, long before) {
        return states.newest(ref).filter(s -> s.offset() != before && s.signal().status() == Signal.Status.INVALIDATED)
                .isPresent();
    }
}
