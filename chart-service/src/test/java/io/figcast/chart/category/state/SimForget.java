package io.figcast.chart.category.state;

import io.figcast.chart.category.Signal;

/** Somebody waits here until it has shown that the slice is gone. */
final class SimForget {

    final String name;
    private boolean done;
    private boolean shown;

    SimForget(String name) {
        this.name = name;
    }

    void done() {
        done = true;
    }

    boolean isDone() {
        return done;
    }

    boolean isShown() {
        return shown;
    }

    void received(Signal signal) {
        shown |= signal.isEndOf(name);
    }
}
