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
            throw new IllegalArgumentException("there must be a worker for each kind of work");
        }
        this.workers = workers;
        this.bulkWorkers = bulkWorkers;
    }

    /** A slot if one is free. Whoever waits, waits because none is free to it: nobody is overtaken. */
    @Nullable
    Slot take(boolean forBulk) {
        return room(forBulk) ? slot(forBulk) : null;
    }

    /** Calls back with a slot as soon as one is free. */
    void await(String dataset, boolean forBulk, Consumer<Slot> waiter) {
        (forBulk ? bulk : interactive).add(dataset, waiter);
        serve();
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

    private Slot slot(boolean forBulk) {
        int ofBulk = forBulk ? 1 : 0;
        busy++;
        busyBulk += ofBulk;
        return new Slot(() -> {
            busy--;
            busyBulk -= ofBulk;
            serve();
        });
    }

    private void serve() {
        while (room(false) && interactive.size > 0) {
            interactive.remove().accept(slot(false));
        }
        while (room(true) && bulk.size > 0) {
            bulk.remove().accept(slot(true));
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
    static final class Slot {

        private @Nullable Runnable release;

        Slot(Runnable release) {
            this.release = release;
        }

        void release() {
            if (release != null) {
                Runnable once = release;
                release = null;
                once.run();
            }
        }
    }
}
