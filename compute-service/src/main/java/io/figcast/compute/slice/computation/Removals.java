package io.figcast.compute.slice.computation;

import java.util.List;

import io.figcast.compute.slice.FailureCode;
import io.figcast.compute.slice.Manifest;
import io.figcast.compute.slice.Signal;
import io.figcast.compute.slice.computation.Computation.Forget;
import io.figcast.compute.slice.port.Memo;

/** Carries out requests to forget, as many as a computation has that one signal can name. On the loop of the computations. */
final class Removals {

    private final Computations computations;
    private final PortCalls calls;
    private final Memo memo;
    private final LeasedRuns leased;

    Removals(Computations computations, PortCalls calls, Memo memo, LeasedRuns leased) {
        this.computations = computations;
        this.calls = calls;
        this.memo = memo;
        this.leased = leased;
    }

    void start(Computation computation) {
        computation.phase = Computation.Phase.FORGETTING;
        List<Forget> forgets = computation.takeSomeForgets();
        calls.persist(computation, () -> memo.forget(computation.key, forgets.stream().map(Forget::request).toList()),
                (done, error) -> {
                    Signal signal = error == null
                            ? new Signal.Invalidated(computation.key,
                                    forgets.stream().flatMap(forget -> forget.request().ids().stream()).distinct().toList())
                            : new Signal.Failed(computation.key, null,
                                    leased.failure(FailureCode.STORE_UNAVAILABLE, error.getMessage()));
                    computations.announce(computation, signal, () -> {
                        forgets.forEach(forget -> forget.done().complete(signal));
                        computations.next(computation);
                    });
                });
    }

    /**
     * Has the last word after an end was announced: a slice that was committed elsewhere meanwhile may have been announced
     * before it.
     */
    void correct(Computation computation, Runnable then) {
        calls.persist(computation, () -> memo.look(computation.key), (state, error) -> {
            Manifest held = error == null ? state.manifest() : null;
            if (held == null) {
                then.run();
            } else {
                computations.announce(computation, new Signal.Ready(computation.key, held, true), then);
            }
        });
    }
}
