package io.figcast.compute.slice.computation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;

import io.figcast.compute.slice.Signal;
import io.figcast.compute.slice.SliceKey;
import io.figcast.compute.slice.SliceLimits;
import io.figcast.compute.slice.port.ForgetRequest;
import io.figcast.compute.slice.port.MemoState;
import io.figcast.compute.slice.port.StateId;

/** One slice on its way to a signal, and all who asked for it, or to forget it, meanwhile. */
final class Computation {

    /** What it is about. */
    enum Phase {
        NEW,
        LOOKING,
        WATCHING,
        QUEUED,
        RUNNING,
        STORING,
        FORGETTING,
        ANNOUNCING
    }

    /** What is to be done after a look into the memo. */
    enum Verdict {
        READY,
        FAILED,
        GONE,
        WATCH,
        COMPUTE
    }

    /** A request to forget, and who waits for that. */
    record Forget(ForgetRequest request, CompletableFuture<Signal> done) {
    }

    /** Requests to forget that one signal names; those of one record are all in one signal. */
    private static final int MOST_NAMED = 64;

    final SliceKey key;
    /** Runs tasks on the loop, in the trace of whoever asked first. */
    final Executor home;
    private final List<Waiter> waiters = new ArrayList<>();
    private List<Forget> forgets = new ArrayList<>();
    Phase phase = Phase.NEW;
    /** All who asked are batches. */
    private boolean bulk = true;
    /** What lay in the memo when the last insisting request was known: only what differs is its outcome. */
    @Nullable
    StateId first;
    int insistences;
    /** What the lease may replace. */
    StateId expected = StateId.NOTHING;
    /** Kept until it is known not to have taken the lease, since the reply that says so may be lost. */
    @Nullable
    String token;
    WorkerSlots.@Nullable Slot slot;
    @Nullable
    Consumer<WorkerSlots.Slot> slotWaiter;
    /** The batch it belongs to, until it has its lease or leaves it. */
    @Nullable
    Batch batch;
    /** How many may be read together, itself included. */
    int mostTogether;
    @Nullable
    LeasedRun run;
    /** Those who asked too late to share this one's signal. */
    @Nullable
    Computation next;
    int troubles;
    /** The time spent on runs that were lost because Redis was. */
    Duration lost = Duration.ZERO;

    Computation(SliceKey key, Executor home, int mostTogether) {
        this.key = key;
        this.home = home;
        this.mostTogether = mostTogether;
    }

    void add(Waiter waiter) {
        waiters.add(waiter);
        bulk &= waiter.request.bulk();
        if (waiter.request.insists()) {
            first = null;
            insistences++;
        }
    }

    void add(Forget forget) {
        forgets.add(forget);
    }

    boolean hasForgets() {
        return !forgets.isEmpty();
    }

    List<Forget> takeForgets() {
        List<Forget> taken = forgets;
        forgets = new ArrayList<>();
        return taken;
    }

    /** No more than one signal can name. */
    List<Forget> takeSomeForgets() {
        int named = 0;
        int some = 0;
        while (some < forgets.size() && (some == 0 || named + forgets.get(some).request().ids().size() <= MOST_NAMED)) {
            named += forgets.get(some++).request().ids().size();
        }
        List<Forget> taken = List.copyOf(forgets.subList(0, some));
        forgets = new ArrayList<>(forgets.subList(some, forgets.size()));
        return taken;
    }

    List<Waiter> waiters() {
        return List.copyOf(waiters);
    }

    /** Turns away those who may not wait; false if there were any, and then the next step must be decided again. */
    boolean admit() {
        return !waiters.removeIf(waiter -> !waiter.admit());
    }

    void answer(Signal signal) {
        List<Waiter> answered = waiters();
        waiters.clear();
        answered.forEach(waiter -> waiter.done.complete(Optional.of(signal)));
    }

    void fail(Throwable e) {
        waiters().forEach(waiter -> waiter.done.completeExceptionally(e));
        takeForgets().forEach(forget -> forget.done().completeExceptionally(e));
    }

    /** Whether to look before taking the lease, because there may be nothing to compute. */
    boolean mustSeeFirst() {
        return expected.equals(StateId.NOTHING) && waiters.stream().allMatch(waiter -> waiter.request.needsWhatIsHeld());
    }

    boolean isBulk() {
        return bulk;
    }

    int restarts() {
        return waiters.stream().mapToInt(waiter -> waiter.restarts).max().orElse(0);
    }

    String token(RandomGenerator random) {
        if (token == null) {
            byte[] bytes = new byte[16];
            random.nextBytes(bytes);
            token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        }
        return token;
    }

    SliceLimits limits() {
        return waiters.get(0).request.limits();
    }

    Verdict judge(MemoState state, StateId since) {
        List<SliceRequest> open = waiters.stream().map(waiter -> waiter.request)
                .filter(request -> !request.satisfiedBy(state, since)).toList();
        if (open.isEmpty()) {
            return Verdict.READY;
        }
        MemoState.Remembered failure = state.remembered();
        if (failure != null && !failure.failure().failedAt().equals(since.failedAt())) {
            return Verdict.FAILED;
        }
        if (state.leased()) {
            return Verdict.WATCH;
        }
        if (failure != null && open.stream().noneMatch(SliceRequest::insists)) {
            return Verdict.FAILED;
        }
        return state.held() == null && open.stream().allMatch(SliceRequest::needsWhatIsHeld) ? Verdict.GONE : Verdict.COMPUTE;
    }

    void giveBackSlot() {
        if (slot != null) {
            WorkerSlots.Slot given = slot;
            slot = null;
            given.release();
        }
    }
}
