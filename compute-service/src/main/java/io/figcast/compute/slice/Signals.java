package io.figcast.compute.slice;

import java.util.concurrent.CompletionStage;

/** Where signals are announced, in the order of the calls. */
public interface Signals {

    /** Completes when the signal is safely announced; if it fails, the signal will not be announced later either. */
    CompletionStage<Void> publish(Signal signal);
}
