package io.figcast.chart.answer;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.figcast.chart.category.CategoryRef;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;

/** Those who wait for a category's next end; each wait ends by a signal or by its time, and holds no thread. */
@Singleton
class Waiters {

    private final int max;
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile boolean stopping;
    private final Map<CategoryRef, Set<CompletableFuture<Boolean>>> byCategory = new ConcurrentHashMap<>();

    @Inject
    Waiters(AnswerConfig config, MeterRegistry meters) {
        this(config.maxWaiting());
        meters.gauge("figcast.answers.waiting", this, Waiters::count);
    }

    Waiters(int max) {
        this.max = max;
    }

    int count() {
        return waiting.get();
    }

    boolean anyFor(CategoryRef ref) {
        return byCategory.containsKey(ref);
    }

    /** Completes with whether it was called before its time was over; at once if too many wait already or the service stops. */
    CompletableFuture<Boolean> await(CategoryRef ref, long nanos) {
        CompletableFuture<Boolean> wait = new CompletableFuture<>();
        if (waiting.incrementAndGet() > max || stopping) {
            waiting.decrementAndGet();
            wait.complete(false);
            return wait;
        }
        byCategory.compute(ref, (key, waits) -> {
            Set<CompletableFuture<Boolean>> all = waits == null ? new LinkedHashSet<>() : waits;
            all.add(wait);
            return all;
        });
        return wait.completeOnTimeout(false, Math.max(1, nanos), TimeUnit.NANOSECONDS).whenComplete((called, failure) -> {
            waiting.decrementAndGet();
            byCategory.computeIfPresent(ref, (key, waits) -> waits.remove(wait) && waits.isEmpty() ? null : waits);
        });
    }

    /** Nobody waits for a service that ends: whoever did asks another replica again. */
    void stop(@Observes ShutdownDelayInitiatedEvent event) {
        stopping = true;
        for (CategoryRef ref : byCategory.keySet()) {
            Set<CompletableFuture<Boolean>> waits = byCategory.remove(ref);
            if (waits != null) {
                waits.forEach(wait -> wait.complete(false));
            }
        }
    }

    void call(CategoryRef ref, Executor workers) {
        Set<CompletableFuture<Boolean>> waits = byCategory.remove(ref);
        if (waits == null) {
            return;
        }
        try {
            workers.execute(() -> waits.forEach(wait -> wait.complete(true)));
        } catch (RejectedExecutionException e) {
            waits.forEach(wait -> wait.complete(true));
        }
    }
}
