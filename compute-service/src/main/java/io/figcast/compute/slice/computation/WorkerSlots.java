package io.figcast.compute.slice.computation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * The workers that may run at once: interactive work first, bulk work never more than its share, and datasets in turn, so
 * that nobody waits behind all that a slow one still has to do.
 */
final class WorkerSlots {

    private final int workers;
    private final int bulkWorkers;
    private final Turns interactive = new Turns();
    private final Turns bulk = new Turns();
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

    /** Calls back with a slot as soon as one is free. */
    void await(String dataset, boolean forBulk, Consumer<Slot> waiter) {
        (forBulk ? bulk : interactive).add(dataset, waiter);
        serve();
    }

    /** Lets a waiter that waits as bulk wait as interactive. */
    void promote(String dataset, Consumer<Slot> waiter) {
        if (bulk.remove(dataset, waiter)) {
            await(dataset, false, waiter);
        }
    }

    /** Takes back that somebody waits. */
    void leave(String dataset, Consumer<Slot> waiter) {
        if (!bulk.remove(dataset, waiter)) {
            interactive.remove(dataset, waiter);
        }
    }

    int waiting(boolean forBulk) {
        return (forBulk ? bulk : interactive).size;
    }

    int busy() {
        return busy;
    }

    private boolean room(boolean forBulk) {
        return busy < workers && (!forBulk || busyBulk < bulkWorkers);
    }

    private void serve() {
        while (room(false) && interactive.size > 0) {
            interactive.remove().accept(new Slot(false));
        }
        while (room(true) && bulk.size > 0) {
            bulk.remove().accept(new Slot(true));
        }
    }

    /** Who waits, by dataset; the dataset that was served goes to the end. */
    private static final class Turns {

        private final Map<String, Deque<Consumer<Slot>>> waiting = new LinkedHashMap<>();
        private int size;

        void add(String dataset, Consumer<Slot> waiter) {
            waiting.computeIfAbsent(dataset, none -> new ArrayDeque<>()).add(waiter);
            size++;
        }

        Consumer<Slot> remove() {
            String dataset = waiting.keySet().iterator().next();
            Deque<Consumer<Slot>> first = waiting.remove(dataset);
            Consumer<Slot> waiter = first.remove();
            size--;
            if (!first.isEmpty()) {
                waiting.put(dataset, first);
            }
            return waiter;
        }

        boolean remove(String dataset, Consumer<Slot> waiter) {
            Deque<Consumer<Slot>> all = waiting.get(dataset);
            if (all == null || !all.remove(waiter)) {
                return false;
            }
            size--;
            if (all.isEmpty()) {
                waiting.remove(dataset);
            }
            return true;
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
