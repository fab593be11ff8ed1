package io.figcast.compute.slice.computation;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;

import io.figcast.compute.slice.port.EventLoop;
import io.figcast.compute.slice.port.MemoUnavailableException;

/** Calls ports for computations and goes on with the answers on the loop; whatever goes wrong there ends in the crash. */
final class PortCalls {

    private static final Duration SHORTEST_BACKOFF = Duration.ofMillis(50);
    private static final int MOST_DOUBLINGS = 5;

    private final EventLoop loop;
    private final RandomGenerator random;
    private final BiConsumer<Computation, Throwable> crash;

    PortCalls(EventLoop loop, RandomGenerator random, BiConsumer<Computation, Throwable> crash) {
        this.loop = loop;
        this.random = random;
        this.crash = crash;
    }

    <T> void on(Computation computation, Supplier<CompletionStage<T>> call, BiConsumer<T, @Nullable Throwable> then) {
        CompletionStage<T> stage;
        try {
            stage = call.get();
        } catch (RuntimeException | Error e) {
            stage = CompletableFuture.failedFuture(e);
        }
        var unused = stage.whenCompleteAsync((result, error) -> guard(computation,
                () -> then.accept(result, error instanceof CompletionException ? error.getCause() : error)), computation.home);
    }

    /** Calls the memo until it answers. */
    <T> void persist(Computation computation, Supplier<CompletionStage<T>> call, BiConsumer<T, @Nullable Throwable> then) {
        on(computation, call, (result, error) -> {
            if (error instanceof MemoUnavailableException) {
                later(computation, () -> persist(computation, call, then));
            } else {
                computation.troubles = 0;
                then.accept(result, error);
            }
        });
    }

    /** Each failure in a row waits longer, up to about two seconds. */
    void later(Computation computation, Runnable task) {
        Duration delay = SHORTEST_BACKOFF.multipliedBy(1L << Math.min(computation.troubles++, MOST_DOUBLINGS));
        loop.after(jittered(delay), () -> guard(computation, task));
    }

    Duration jittered(Duration average) {
        return Duration.ofNanos((long) (average.toNanos() * (0.5 + random.nextDouble())));
    }

    void guard(Computation computation, Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            crash.accept(computation, e);
        }
    }
}
