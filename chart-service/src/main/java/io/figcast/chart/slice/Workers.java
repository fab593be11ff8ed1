package io.figcast.chart.slice;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * The threads that read slices, draw and encode figures: some for small slices and others for large ones, so that no small
 * answer waits behind a large one. When too much waits they refuse with
 * {@link java.util.concurrent.RejectedExecutionException}.
 */
@Singleton
public class Workers {

    private final int largeFromRows;
    private final ThreadPoolExecutor small;
    private final ThreadPoolExecutor large;

    @Inject
    public Workers(SliceConfig config) {
        this.largeFromRows = config.largeFromRows();
        this.small = pool("small-slices", config.workers(), config.maxWaiting());
        this.large = pool("large-slices", config.largeWorkers(), config.maxWaiting());
    }

    public Executor small() {
        return small;
    }

    public Executor forRows(int rows) {
        return rows >= largeFromRows ? large : small;
    }

    @PreDestroy
    void stop() {
        small.shutdownNow();
        large.shutdownNow();
    }

    private static ThreadPoolExecutor pool(String name, int workers, int waiting) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(workers, workers, 30, TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(waiting), work -> {
                    Thread thread = new Thread(work, name);
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }
}
