package io.figcast.compute.slice.port;

import java.time.Duration;
import java.util.concurrent.Executor;

/** Runs one task after another, now or later: everything that happens to flights happens here. */
public interface EventLoop extends Executor {

    /** Runs the task after the delay; running what is returned calls it off. */
    Runnable after(Duration delay, Runnable task);
}
