package io.figcast.chart.category.state;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

import io.figcast.chart.category.Signal;

/** Those who wait until it is announced that one category's slice has been forgotten. */
class Forgetters {

    /**
     * One of them.
     *
     * @param told completes with whether it was announced
     * @param request what the request to forget is called: the end of an older one says nothing of it
     */
    record Forgetter(CompletableFuture<Boolean> told, long deadlineNanos, String request) {
    }

    private List<Forgetter> waiting = List.of();

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    void add(Forgetter forgetter) {
        waiting = new ArrayList<>(waiting);
        waiting.add(forgetter);
    }

    List<CompletableFuture<Boolean>> takeForgotten(Signal signal) {
        return take(forgetter -> isForgotten(forgetter, signal));
    }

    List<CompletableFuture<Boolean>> takeDue(long nowNanos) {
        return take(forgetter -> nowNanos - forgetter.deadlineNanos() >= 0);
    }

    List<CompletableFuture<Boolean>> takeAll() {
        return take(forgetter -> true);
    }

    boolean isForgotten(Forgetter forgetter, Signal signal) {
        return signal.isEndOf(forgetter.request());
    }

    private List<CompletableFuture<Boolean>> take(Predicate<Forgetter> which) {
        List<CompletableFuture<Boolean>> taken = waiting.stream().filter(which).map(Forgetter::told).toList();
        if (!taken.isEmpty()) {
            waiting = waiting.stream().filter(which.negate()).toList();
        }
        return taken;
    }
}
