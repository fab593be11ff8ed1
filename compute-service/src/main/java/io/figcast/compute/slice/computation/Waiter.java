package io.figcast.compute.slice.computation;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

import io.figcast.compute.slice.Signal;
import io.figcast.compute.slice.SliceKey;

/** A request that waits for its signal. */
final class Waiter {

    final SliceRequest request;
    final CompletableFuture<Optional<Signal>> done;
    /** How often it began anew because the data changed while it was read. */
    final int restarts;
    private final BooleanSupplier mayWait;
    private boolean admitted;

    Waiter(SliceRequest request, BooleanSupplier mayWait) {
        this(request, mayWait, new CompletableFuture<>(), 0);
    }

    private Waiter(SliceRequest request, BooleanSupplier mayWait, CompletableFuture<Optional<Signal>> done, int restarts) {
        this.request = request;
        this.mayWait = mayWait;
        this.done = done;
        this.restarts = restarts;
    }

    /** The same request for the data as it is now. */
    Waiter of(SliceKey key) {
        Waiter moved = new Waiter(request.of(key), mayWait, done, restarts + 1);
        moved.admitted = admitted;
        return moved;
    }

    /** Whether it may wait for a computation; asked once. If not, it ends without a signal. */
    boolean admit() {
        if (!admitted) {
            admitted = mayWait.getAsBoolean();
            if (!admitted) {
                done.complete(Optional.empty());
            }
        }
        return admitted;
    }
}
