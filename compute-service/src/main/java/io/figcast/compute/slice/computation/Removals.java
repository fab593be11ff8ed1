package io.figcast.compute.slice.computation;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.figcast.compute.slice.FailureCode;
import io.figcast.compute.slice.Manifest;
import io.figcast.compute.slice.Signal;
import io.figcast.compute.slice.computation.Computation.Forget;
import io.figcast.compute.slice.port.Memo;

/** Carries out requests to forget, all that a computation has at once. On the loop of the computations. */
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
        List<Forget> forgets = computation.takeForgets();
        calls.persist(computation, () -> memo.forget(computation.key, forgets.stream().map(Forget::id).toList()),
                (later, error) -> {
                    Signal signal = signal(computation, later, error);
                    computations.announce(computation, signal, () -> {
                        forgets.forEach(forget -> forget.done().complete(signal));
                        computations.next(computation);
                    });
                });
    }

    private Signal signal(Computation computation, Optional<Manifest> later, @Nullable Throwable error) {
        if (error != null) {
            return new Signal.Failed(computation.key, null,
                    leased.failure(FailureCode.STORE_UNAVAILABLE, error.getMessage()));
        }
        return later.isEmpty() ? new Signal.Invalidated(computation.key)
                : new Signal.Ready(computation.key, later.get(), true);
    }
}
