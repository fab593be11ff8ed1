package io.figcast.chart.category.state;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;

import io.figcast.chart.category.CategoryRef;
import io.figcast.chart.category.Held;

/** What follows from events for one category, in order; it is done once no event is being taken any more. */
final class Effects<A> {

    private final CategoryRef ref;
    private final Work<A> work;
    private List<Runnable> pending = new ArrayList<>();
    private long numbers;

    Effects(CategoryRef ref, Work<A> work) {
        this.ref = ref;
        this.work = work;
    }

    List<Runnable> takeAll() {
        List<Runnable> taken = pending;
        pending = new ArrayList<>(0);
        return taken;
    }

    Lookup<A> lookUp(String edition, long offset, @Nullable Held<A> held) {
        Lookup<A> lookup = new Lookup<>(++numbers, ref, edition, offset, held);
        pending.add(() -> work.lookUp(lookup));
        return lookup;
    }

    /** Returns the request's number. */
    long request() {
        long number = ++numbers;
        pending.add(() -> work.request(ref, number));
        return number;
    }

    /** Returns the request's number. */
    long refresh(String version) {
        long number = ++numbers;
        pending.add(() -> work.refresh(ref, version, number));
        return number;
    }

    void dropRows(String slice) {
        pending.add(() -> work.dropRows(slice));
    }

    void tell(List<Caller<A>> callers, Reply<A> reply) {
        callers.forEach(caller -> pending.add(() -> reply.tell(caller)));
    }

    void tell(List<CompletableFuture<Boolean>> forgetting, boolean forgotten) {
        forgetting.forEach(told -> pending.add(() -> told.complete(forgotten)));
    }
}
