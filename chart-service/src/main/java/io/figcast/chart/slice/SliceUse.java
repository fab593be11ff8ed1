package io.figcast.chart.slice;

import java.util.concurrent.atomic.AtomicBoolean;

/** The rows of a slice for as long as somebody needs them: they count as used memory until this is closed. */
public final class SliceUse implements AutoCloseable {

    private final Slice slice;
    private final Runnable release;
    private final AtomicBoolean closed = new AtomicBoolean();

    SliceUse(Slice slice, Runnable release) {
        this.slice = slice;
        this.release = release;
    }

    public Slice slice() {
        return slice;
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            release.run();
        }
    }
}
