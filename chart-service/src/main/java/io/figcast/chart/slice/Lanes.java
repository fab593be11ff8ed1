package io.figcast.chart.slice;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

/**
 * The workers that read slices and draw figures, in two lanes: a small answer never waits behind a large one. A full lane
 * refuses with {@link java.util.concurrent.RejectedExecutionException}.
 */
@Singleton
public class Lanes {

    private final int largeFromRows;
    private final ThreadPoolExecutor small;
    private final ThreadPoolExecutor large;

    Lanes(SliceConfig config) {
        this.largeFromRows = config.largeFromRows();
        this.small = lane("small-slices", config.workers(), config.maxWaiting());
        this.large = lane("large-slices", config.largeWorkers(), config.maxWaiting());
    }

    public Executor small() {
        return small;
    }

    public Executor laneFor(int rows) {
        return rows >= largeFromRows ? large : small;
    }

    @PreDestroy
    void stop() {
        small.shutdownNow();
        large.shutdownNow();
    }

    private static ThreadPoolExecutor lane(String name, int workers, int waiting) {
        ThreadPoolExecutor lane = new ThreadPoolExecutor(workers, workers, 30, TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(waiting), work -> {
                    Thread thread = new Thread(work, name);
                    thread.setDaemon(true);
                    return thread;
                });
        lane.allowCoreThreadTimeOut(true);
        return lane;
    }
}
