package io.figcast.compute.slice.computation;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;

import io.figcast.compute.slice.Signal;
import io.figcast.compute.slice.SliceKey;
import io.figcast.compute.slice.SliceLimits;
import io.figcast.compute.slice.port.MemoState;
import io.figcast.compute.slice.port.StateId;

/** One slice on its way to an answer, and all who asked for it meanwhile. */
final class Computation {

    /** What a flight is about. */
    enum Phase {
        LOOKING,
        WATCHING,
        QUEUED,
        RUNNING,
        ANSWERING
    }

    /** What is to be done after a look. */
    enum Verdict {
        READY,
        FAILED,
        WATCH,
        COMPUTE
    }

    final SliceKey key;
    final CompletableFuture<Signal> done = new CompletableFuture<>();
    private final List<SliceRequest> asks = new ArrayList<>();
    Phase phase = Phase.LOOKING;
    /** All who asked are batches. */
    boolean bulk = true;
    /** What lay in the memo when the last insisting request was known: only what differs is its outcome. */
    @Nullable
    StateId first;
    int insistences;
    /** What the lease may replace. */
    StateId expected = StateId.NOTHING;
    /** Stays the same until it is known that it did not take the lease: a reply may be lost. */
    @Nullable
    String token;
    WorkerSlots.@Nullable Slot slot;
    @Nullable
    Consumer<WorkerSlots.Slot> waiter;
    @Nullable
    LeasedRun attempt;
    /** Who asked too late to share the answer. */
    @Nullable
    Computation next;
    int troubles;

    Computation(SliceKey key) {
        this.key = key;
    }

    void add(SliceRequest ask) {
        asks.add(ask);
        bulk &= ask.bulk();
        if (ask.insists()) {
            first = null;
            insistences++;
        }
    }

    String token(RandomGenerator random) {
        if (token == null) {
            byte[] bytes = new byte[16];
            random.nextBytes(bytes);
            token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        }
        return token;
    }

    SliceLimits terms() {
        return asks.get(0).terms();
    }

    Verdict judge(MemoState look, StateId since) {
        List<SliceRequest> open = asks.stream().filter(ask -> !ask.satisfiedBy(look, since)).toList();
        if (open.isEmpty()) {
            return Verdict.READY;
        }
        MemoState.Remembered failure = look.remembered();
        if (failure != null && !failure.failure().failedAt().equals(since.failedAt())) {
            return Verdict.FAILED;
        }
        if (look.leased()) {
            return Verdict.WATCH;
        }
        return failure != null && open.stream().noneMatch(SliceRequest::insists) ? Verdict.FAILED : Verdict.COMPUTE;
    }

    void giveBackSlot() {
        if (slot != null) {
            WorkerSlots.Slot given = slot;
            slot = null;
            given.release();
        }
    }
}
