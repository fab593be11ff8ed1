package io.figcast.chart.category.state;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import io.figcast.chart.category.NewestSignal;
import io.figcast.chart.category.Signal;

/** Those who wait until it is announced that one category's slice has been forgotten. */
class Forgetters {

    private static final long BEFORE_ALL = -1;

    /**
     * One of them.
     *
     * @param told completes with whether it was announced
     * @param offset the newest signal before it was asked for
     * @param readable whether there was a slice then
     */
    record Forgetter(CompletableFuture<Boolean> told, long deadlineNanos, long offset, boolean readable) {
    }

    private List<Forgetter> waiting = List.of();

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    void add(Forgetter forgetter) {
        waiting = new ArrayList<>(waiting);
        waiting.add(forgetter);
    }

    List<CompletableFuture<Boolean>> takeForgotten(NewestSignal newest) {
        return take(forgetter -> isForgotten(forgetter, newest));
    }

    List<CompletableFuture<Boolean>> takeDue(long nowNanos) {
        return take(forgetter -> nowNanos - forgetter.deadlineNanos() >= 0);
    }

    List<CompletableFuture<Boolean>> takeAll() {
        return take(forgetter -> true);
    }

    void beginAnew() {
        waiting = new ArrayList<>(waiting.stream()
                .map(f -> new Forgetter(f.told(), f.deadlineNanos(), BEFORE_ALL, f.readable())).toList());
    }

    /** The end may hide behind the beginning of the next run: then nothing is there any more, where something was. */
    boolean isForgotten(Forgetter forgetter, @Nullable NewestSignal newest) {
        if (newest == null || newest.offset() <= forgetter.offset()) {
            return false;
        }
        Signal signal = newest.signal();
        return switch (signal.status()) {
            case INVALIDATED -> true;
            case COMPUTING -> forgetter.readable() && signal.readableVersion() == null;
            case READY, FAILED -> false;
        };
    }

    private List<CompletableFuture<Boolean>> take(Predicate<Forgetter> which) {
        List<CompletableFuture<Boolean>> taken = waiting.stream().filter(which).map(Forgetter::told).toList();
        if (!taken.isEmpty()) {
            waiting = waiting.stream().filter(which.negate()).toList();
        }
        return taken;
    }
}
