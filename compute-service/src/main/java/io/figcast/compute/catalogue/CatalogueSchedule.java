package io.figcast.compute.catalogue;

import java.time.Duration;
import java.util.concurrent.Executor;

/** Runs what asks sources, each task on a thread that it may block; now or later. */
interface CatalogueSchedule extends Executor {

    /** Runs the task after the delay; running what is returned cancels it. */
    Runnable after(Duration delay, Runnable task);
}
