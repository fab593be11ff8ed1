package io.figcast.compute.slice.computation;

import java.time.Duration;

import io.figcast.compute.slice.port.EventLoop;

/** Counts the tasks that are still to come. */
final class CountedLoop implements EventLoop {

    private final EventLoop loop;
    int toCome;

    CountedLoop(EventLoop loop) {
        this.loop = loop;
    }

    @Override
    public void execute(Runnable task) {
        loop.execute(task);
    }

    @Override
    public Runnable after(Duration delay, Runnable task) {
        boolean[] over = new boolean[1];
        toCome++;
        Runnable off = loop.after(delay, () -> {
            end(over);
            task.run();
        });
        return () -> {
            end(over);
            off.run();
        };
    }

    private void end(boolean[] over) {
        if (!over[0]) {
            over[0] = true;
            toCome--;
        }
    }
}
