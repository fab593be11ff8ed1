package io.figcast.chart.category.state;

import io.figcast.chart.category.CategoryRef;
import io.figcast.chart.category.Signal;

/** Somebody waits here until it has shown that the slice is gone. */
final class SimForget {

    private final CategoryRef ref;
    private final boolean wasKnown;
    private boolean done;
    private boolean shown;

    SimForget(CategoryRef ref, boolean wasKnown) {
        this.ref = ref;
        this.wasKnown = wasKnown;
    }

    void done() {
        done = true;
    }

    boolean isShown() {
        return shown;
    }

    void received(Signal signal) {
        boolean gone = signal.readableVersion() == null && signal.status() == Signal.Status.COMPUTING;
        shown |= done && wasKnown && gone && signal.ref().equals(ref);
    }
}
