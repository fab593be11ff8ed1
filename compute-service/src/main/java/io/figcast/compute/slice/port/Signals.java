package io.figcast.compute.slice.port;

import java.util.concurrent.CompletionStage;

import io.figcast.compute.slice.Signal;

/** Where signals are announced, in the order of the calls. */
public interface Signals {

    /** Completes when the signal is safely announced; if it fails, the signal will not be announced later either. */
    CompletionStage<Void> publish(Signal signal);
}
