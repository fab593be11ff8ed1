package io.figcast.compute.slice.computation;

import java.time.Duration;

import io.figcast.compute.slice.port.EventLoop;

/** A loop in simulated time. */
record WorldLoop(SimWorld world) implements EventLoop {

    @Override
    public void execute(Runnable task) {
        world.after(Duration.ZERO, task);
    }

    @Override
    public Runnable after(Duration delay, Runnable task) {
        boolean[] off = new boolean[1];
        world.after(delay, () -> {
            if (!off[0]) {
                task.run();
            }
        });
        return () -> off[0] = true;
    }
}
