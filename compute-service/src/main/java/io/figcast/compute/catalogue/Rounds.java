package io.figcast.compute.catalogue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

/** The regular looks at all datasets, and the threads they take: as many as look at once, so that none waits. */
final class Rounds implements AutoCloseable {

    private final ExecutorService workers = Executors.newCachedThreadPool(daemons());
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(daemons());
    private @Nullable ScheduledFuture<?> rounds;

    Executor workers() {
        return workers;
    }

    /** Begins with a round now. */
    void start(Duration every, List<CatalogueWatch> watches) {
        rounds = timer.scheduleWithFixedDelay(() -> watches.forEach(CatalogueWatch::check), 0, every.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        if (rounds != null) {
            rounds.cancel(false);
        }
        timer.shutdownNow();
        workers.shutdownNow();
    }

    private static ThreadFactory daemons() {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, "figcast-catalogue-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
