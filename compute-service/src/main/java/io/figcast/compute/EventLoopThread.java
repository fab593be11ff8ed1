package io.figcast.compute;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import io.figcast.compute.slice.port.EventLoop;

/** The loop as one daemon thread of its own: on a pool's threads its tasks would need a queue to stay in order. */
final class EventLoopThread implements EventLoop, AutoCloseable {

    private final ScheduledThreadPoolExecutor executor;

    EventLoopThread(String name) {
        executor = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
        // Renewals and deadlines are cancelled far more often than they come due.
        executor.setRemoveOnCancelPolicy(true);
    }

    @Override
    public void execute(Runnable task) {
        executor.execute(task);
    }

    @Override
    public Runnable after(Duration delay, Runnable task) {
        var scheduled = executor.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
        return () -> scheduled.cancel(false);
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
