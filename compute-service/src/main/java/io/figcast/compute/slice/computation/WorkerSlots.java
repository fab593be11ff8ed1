package io.figcast.compute.slice.computation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/** The workers that may run at once: interactive work first, bulk work never more than its share. */
final class WorkerSlots {

    private final int workers;
    private final int bulkWorkers;
    private final Deque<Consumer<Slot>> interactive = new ArrayDeque<>();
    private final Deque<Consumer<Slot>> bulk = new ArrayDeque<>();
    private int busy;
    private int busyBulk;

    WorkerSlots(int workers, int bulkWorkers) {
        if (workers < 1 || bulkWorkers < 1) {
            throw new IllegalArgumentException("there must be a worker for either kind of work");
        }
        this.workers = workers;
        this.bulkWorkers = bulkWorkers;
    }

    /** A slot if one is free. Whoever waits, waits because none is free to it: nobody is overtaken. */
    @Nullable
    Slot take(boolean forBulk) {
        return room(forBulk) ? new Slot(forBulk) : null;
    }

    /** PortCalls back with a slot as soon as one is free. */
    void await(boolean forBulk, Consumer<Slot> waiter) {
        (forBulk ? bulk : interactive).add(waiter);
        serve();
    }

    /** Lets a waiter that waits as bulk wait as interactive. */
    void promote(Consumer<Slot> waiter) {
        if (bulk.remove(waiter)) {
            await(false, waiter);
        }
    }

    int waiting(boolean forBulk) {
        return (forBulk ? bulk : interactive).size();
    }

    int busy() {
        return busy;
    }

    private boolean room(boolean forBulk) {
        return busy < workers && (!forBulk || busyBulk < bulkWorkers);
    }

    private void serve() {
        while (room(false) && !interactive.isEmpty()) {
            interactive.remove().accept(new Slot(false));
        }
        while (room(true) && !bulk.isEmpty()) {
            bulk.remove().accept(new Slot(true));
        }
    }

    /** The right to run until it is released. */
    final class Slot {

        private final boolean forBulk;
        private boolean released;

        private Slot(boolean forBulk) {
            this.forBulk = forBulk;
            busy++;
            busyBulk += forBulk ? 1 : 0;
        }

        void release() {
            if (!released) {
                released = true;
                busy--;
                busyBulk -= forBulk ? 1 : 0;
                serve();
            }
        }
    }
}
