package io.figcast.compute.slice.computation;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * Computations that share a worker and a scan. Each looks for itself and takes its own lease, some at a time; when all are
 * decided, those that have one are read together. From then on each goes its own way, and none waits for another. The worker
 * is free when all have given back their seats. On the loop of the computations.
 */
final class Batch {

    private static final int LOOKS_AT_ONCE = 128;

    private final WorkerSlots.Slot slot;
    private final Iterator<Computation> waiting;
    private final Consumer<Computation> look;
    private final List<LeasedRun> leased = new ArrayList<>();
    private @Nullable Consumer<List<LeasedRun>> begin;
    private int undecided;
    private int seats;

    Batch(WorkerSlots.Slot slot, List<Computation> members, Consumer<Computation> look) {
        this.slot = slot;
        this.waiting = members.iterator();
        this.look = look;
        this.undecided = members.size();
        this.seats = members.size();
        members.forEach(member -> {
            member.batch = this;
            member.slot = new WorkerSlots.Slot(() -> left(member));
        });
    }

    /** @param reading takes those that have their lease */
    void start(Consumer<List<LeasedRun>> reading) {
        begin = reading;
        for (int i = 0; i < LOOKS_AT_ONCE && waiting.hasNext(); i++) {
            lookNext();
        }
    }

    /** A computation has its lease; where it is to be read with others, they decide when that begins. */
    static void leased(LeasedRun run, Consumer<List<LeasedRun>> alone) {
        Batch batch = run.computation.batch;
        if (batch == null) {
            alone.accept(List.of(run));
        } else {
            batch.leased.add(run);
            batch.decided(run.computation);
        }
    }

    private void left(Computation member) {
        if (member.batch == this) {
            decided(member);
        }
        if (--seats == 0) {
            slot.release();
        }
    }

    private void decided(Computation member) {
        member.batch = null;
        undecided--;
        if (waiting.hasNext()) {
            lookNext();
        } else if (undecided == 0 && begin != null) {
            begin.accept(leased);
        }
    }

    private void lookNext() {
        Computation next = waiting.next();
        next.home.execute(() -> look.accept(next));
    }
}
