package io.figcast.compute.slice.port;

import java.time.Duration;
import java.util.concurrent.Executor;

/** Runs one task after another, now or later: everything that happens to computations happens here. */
public interface EventLoop extends Executor {

    /** Runs the task after the delay; running what is returned cancels it. */
    Runnable after(Duration delay, Runnable task);

    /** This loop for whoever goes on later with what is being done now: its trace goes with it. */
    default Executor here() {
        return this;
    }
}
