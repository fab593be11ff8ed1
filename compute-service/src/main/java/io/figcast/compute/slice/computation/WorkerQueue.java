package io.figcast.compute.slice.computation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

import io.figcast.compute.slice.SliceKey;

/**
 * The computations that wait for a worker. On the loop of the computations. Bulk ones of one dataset wait together, and
 * those that one scan can read get one worker.
 */
final class WorkerQueue {

    private final Computations computations;
    private final WorkerSlots slots;
    private final Ports ports;
    private final LeasedRuns leased;
    private final Map<String, Gathering> gatherings = new HashMap<>();

    /** The bulk computations of one dataset, in the order in which they came, and their place among the datasets. */
    private record Gathering(Set<Computation> waiting, Consumer<WorkerSlots.Slot> turn) {
    }

    WorkerQueue(Computations computations, WorkerSlots slots, Ports ports, LeasedRuns leased) {
        this.computations = computations;
        this.slots = slots;
        this.ports = ports;
        this.leased = leased;
    }

    void enter(Computation computation) {
        computation.phase = Computation.Phase.QUEUED;
        if (computation.isBulk()) {
            gather(computation);
        } else {
            waitAlone(computation);
        }
    }

    /** Somebody waits in front of a screen now. */
    void promote(Computation computation) {
        if (ungather(computation)) {
            waitAlone(computation);
        }
    }

    /** False if it has a worker already, and goes on soon. */
    boolean leave(Computation computation) {
        if (computation.slotWaiter == null) {
            return ungather(computation);
        }
        slots.leave(computation.key.dataset(), computation.slotWaiter);
        computation.slotWaiter = null;
        return true;
    }

    int waiting(boolean bulk) {
        return bulk ? gatherings.values().stream().mapToInt(gathering -> gathering.waiting.size()).sum()
                : slots.waiting(false);
    }

    private void waitAlone(Computation computation) {
        Consumer<WorkerSlots.Slot> waiter = slot -> {
            computation.slotWaiter = null;
            computation.slot = slot;
            computation.home.execute(() -> served(computation));
        };
        computation.slotWaiter = waiter;
        slots.await(computation.key.dataset(), false, waiter);
    }

    private void gather(Computation computation) {
        String dataset = computation.key.dataset();
        Gathering gathering = gatherings.get(dataset);
        if (gathering == null) {
            gathering = new Gathering(new LinkedHashSet<>(), slot -> serve(dataset, slot));
            gatherings.put(dataset, gathering);
        }
        gathering.waiting.add(computation);
        if (gathering.waiting.size() == 1) {
            slots.await(dataset, true, gathering.turn);
        }
    }

    private boolean ungather(Computation computation) {
        String dataset = computation.key.dataset();
        Gathering gathering = gatherings.get(dataset);
        if (gathering == null || !gathering.waiting.remove(computation)) {
            return false;
        }
        if (gathering.waiting.isEmpty()) {
            gatherings.remove(dataset);
            slots.leave(dataset, gathering.turn);
        }
        return true;
    }

    private void serve(String dataset, WorkerSlots.Slot slot) {
        Gathering gathering = Objects.requireNonNull(gatherings.get(dataset));
        List<Computation> together = together(gathering.waiting);
        together.forEach(gathering.waiting::remove);
        if (gathering.waiting.isEmpty()) {
            gatherings.remove(dataset);
        } else {
            slots.await(dataset, true, gathering.turn);
        }
        new Batch(slot, together, this::served).start(leased::begin);
    }

    /** The first, and those after it that one scan can read with it. */
    private List<Computation> together(Set<Computation> waiting) {
        Iterator<Computation> all = waiting.iterator();
        Computation first = all.next();
        List<Computation> together = new ArrayList<>(List.of(first));
        double room = 1 - ports.runs().share(first.key);
        int most = first.mostTogether;
        while (room > 0 && together.size() < most && all.hasNext()) {
            Computation other = all.next();
            double needed = ports.runs().share(other.key);
            if (needed < 1 && needed <= room && together.size() < other.mostTogether && other.key.isReadWith(first.key)) {
                together.add(other);
                room -= needed;
                most = Math.min(most, other.mostTogether);
            }
        }
        return together;
    }

    /** The data may have changed while it waited. */
    private void served(Computation computation) {
        SliceKey now = ports.present().apply(computation.key);
        if (computation.hasForgets()) {
            computations.next(computation);
        } else if (now.equals(computation.key) || computation.restarts() > 0) {
            computations.look(computation);
        } else {
            computations.restart(computation, now);
        }
    }
}
