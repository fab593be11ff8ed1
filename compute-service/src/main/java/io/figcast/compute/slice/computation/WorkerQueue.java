package io.figcast.compute.slice.computation;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import io.figcast.compute.slice.SliceKey;

/** The computations that wait for a worker. On the loop of the computations. */
final class WorkerQueue {

    private final Computations computations;
    private final WorkerSlots slots;
    private final UnaryOperator<SliceKey> present;

    WorkerQueue(Computations computations, WorkerSlots slots, UnaryOperator<SliceKey> present) {
        this.computations = computations;
        this.slots = slots;
        this.present = present;
    }

    void enter(Computation computation) {
        computation.phase = Computation.Phase.QUEUED;
        Consumer<WorkerSlots.Slot> waiter = slot -> {
            computation.slotWaiter = null;
            computation.slot = slot;
            computation.home.execute(() -> served(computation));
        };
        computation.slotWaiter = waiter;
        slots.await(computation.key.dataset(), computation.isBulk(), waiter);
    }

    /** Somebody waits in front of a screen now. */
    void promote(Computation computation) {
        if (computation.slotWaiter != null) {
            slots.promote(computation.key.dataset(), computation.slotWaiter);
        }
    }

    /** False if it has a worker already, and goes on soon. */
    boolean leave(Computation computation) {
        boolean waits = computation.slotWaiter != null;
        if (computation.slotWaiter != null) {
            slots.leave(computation.key.dataset(), computation.slotWaiter);
            computation.slotWaiter = null;
        }
        return waits;
    }

    /** The data may have changed while it waited. */
    private void served(Computation computation) {
        SliceKey now = present.apply(computation.key);
        if (computation.hasForgets()) {
            computations.next(computation);
        } else if (now.equals(computation.key) || computation.restarts() > 0) {
            computations.look(computation);
        } else {
            computations.restart(computation, now);
        }
    }
}
