package io.figcast.compute.trace;

import java.time.Duration;
import java.util.concurrent.Executor;

import io.figcast.compute.slice.port.EventLoop;
import io.opentelemetry.context.Context;

/** A loop whose tasks belong to the trace in which they were handed in. */
public record TracedLoop(EventLoop loop) implements EventLoop {

    @Override
    public void execute(Runnable task) {
        loop.execute(Context.current().wrap(task));
    }

    @Override
    public Runnable after(Duration delay, Runnable task) {
        return loop.after(delay, Context.current().wrap(task));
    }

    @Override
    public Executor here() {
        return Context.current().wrap(loop);
    }
}
