package io.figcast.compute.slice.computation;

import static io.figcast.compute.slice.computation.Computation.Phase.ANNOUNCING;
import static io.figcast.compute.slice.computation.Computation.Phase.LOOKING;
import static io.figcast.compute.slice.computation.Computation.Phase.NEW;
import static io.figcast.compute.slice.computation.Computation.Phase.WATCHING;
import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;

import io.figcast.compute.slice.FailureCode;
import io.figcast.compute.slice.Signal;
import io.figcast.compute.slice.SliceKey;
import io.figcast.compute.slice.computation.Computation.Forget;
import io.figcast.compute.slice.port.ForgetRequest;
import io.figcast.compute.slice.port.MemoState;
import io.figcast.compute.slice.port.MemoUnavailableException;
import io.figcast.compute.slice.port.StateId;

/**
 * The state machine of memo, lease and signal: computes a slice once however many ask for it, here and elsewhere, and
 * brings every request to a terminal signal.
 * <p>
 * A computation looks into the memo. If what it finds satisfies everybody who asked, it is announced. If somebody else holds
 * the lease, the computation watches until that lease ends. Otherwise it takes a worker slot and the lease, announces
 * {@code computing}, runs, commits under the lease and announces the outcome ({@link LeasedRuns}). A run that loses its lease
 * looks again and decides anew; no amount of waiting makes anybody compute without the lease. Forgets come before anything
 * else is announced. Everything here runs on one loop; ports may answer on any thread.
 */
public final class Computations {

    private final Ports ports;
    private final ComputationSettings settings;
    private final WorkerSlots slots;
    private final WorkerQueue queue;
    private final PortCalls calls;
    private final LeasedRuns leased;
    private final Removals removals;
    private final Map<SliceKey, Computation> computations = new HashMap<>();

    public Computations(Ports ports, ComputationSettings settings) {
        this.ports = ports;
        this.settings = settings;
        this.slots = new WorkerSlots(settings.workers(), settings.bulkWorkers());
        this.calls = new PortCalls(ports.loop(), ports.random(), this::crash);
        this.leased = new LeasedRuns(this, calls, ports, settings);
        this.queue = new WorkerQueue(this, slots, ports, leased);
        this.removals = new Removals(this, calls, ports.memo(), leased);
    }

    /**
     * Completes with a terminal signal that was announced after the call.
     *
     * @param mayWait asked once, on the loop, when there is no answer yet; if it says no, the outcome is empty
     */
    public CompletionStage<Optional<Signal>> ask(SliceRequest request, BooleanSupplier mayWait) {
        Waiter waiter = new Waiter(request, mayWait);
        ports.loop().execute(() -> orFail(waiter.done, () -> join(waiter)));
        return waiter.done.copy();
    }

    /**
     * Removes a category's slices, of the key's data and the request's, and completes when that is announced. A run under way
     * begins anew if somebody waits for it: what it has read may be what is to be forgotten.
     */
    public CompletionStage<Signal> forget(SliceKey key, ForgetRequest request) {
        Forget forget = new Forget(request, new CompletableFuture<>());
        ports.loop().execute(() -> orFail(forget.done(), () -> join(key, forget)));
        return forget.done().copy();
    }

    /** Computations that wait for a worker. To be called on the loop, or for a number that may be a little old. */
    public int waiting(boolean bulk) {
        return queue.waiting(bulk);
    }

    int busy() {
        return slots.busy();
    }

    int underWay() {
        return computations.size();
    }

    private void join(Waiter waiter) {
        SliceKey key = waiter.request.key();
        Computation computation = open(key);
        computation.add(waiter);
        switch (computation.phase) {
            case NEW -> begin(computation);
            case LOOKING, FORGETTING -> ports.listener().joined(key);
            case WATCHING, QUEUED, RUNNING, STORING, ANNOUNCING -> {
                ports.listener().joined(key);
                computation.admit();
                if (!waiter.request.bulk()) {
                    queue.promote(computation);
                }
            }
        }
    }

    private void join(SliceKey key, Forget forget) {
        Computation computation = open(key);
        computation.add(forget);
        switch (computation.phase) {
            case NEW -> begin(computation);
            case QUEUED -> {
                if (queue.leave(computation)) {
                    next(computation);
                }
            }
            case RUNNING -> leased.abandon(computation);
            case LOOKING, WATCHING, STORING, FORGETTING, ANNOUNCING -> {
                // It reaches next() soon anyway.
            }
        }
    }

    /** The computation that newcomers join: not one that is announcing, because its signal may already be in the broker. */
    private Computation open(SliceKey key) {
        Computation computation = computations.computeIfAbsent(key, this::computation);
        if (computation.phase != ANNOUNCING) {
            return computation;
        }
        computation.next = computation.next == null ? computation(key) : computation.next;
        return computation.next;
    }

    private Computation computation(SliceKey key) {
        return new Computation(key, ports.loop().here(), settings.together());
    }

    private void begin(Computation computation) {
        if (computation.phase == NEW && computations.get(computation.key) == computation) {
            next(computation);
        }
    }

    /** Decides anew what is to be done; what is to be forgotten goes first. */
    void next(Computation computation) {
        computation.giveBackSlot();
        computation.expected = StateId.NOTHING;
        if (computation.hasForgets()) {
            removals.start(computation);
        } else if (computation.waiters().isEmpty()) {
            end(computation);
        } else {
            look(computation);
        }
    }

    /** One look into the memo, with the lease at once if a worker is free: hits never wait for one. */
    void look(Computation computation) {
        computation.phase = LOOKING;
        SliceKey key = computation.key;
        computation.slot = computation.slot == null ? slots.take(computation.isBulk()) : computation.slot;
        String token = computation.token(ports.random());
        int insistences = computation.insistences;
        calls.on(computation, () -> computation.slot == null || computation.mustSeeFirst() ? ports.memo().look(key)
                : ports.memo().lease(key, token, computation.expected, settings.lease()), (state, error) -> {
                    if (error instanceof MemoUnavailableException) {
                        computation.giveBackSlot();
                        calls.later(computation, () -> next(computation));
                    } else if (computation.hasForgets()) {
                        next(computation);
                    } else if (error != null) {
                        answer(computation, new Signal.Failed(key, null,
                                leased.failure(FailureCode.STORE_UNAVAILABLE, error.getMessage())));
                    } else if (computation.insistences != insistences && !state.taken()) {
                        look(computation);
                    } else {
                        computation.troubles = 0;
                        decide(computation, state);
                    }
                });
    }

    private void decide(Computation computation, MemoState state) {
        StateId first = computation.first == null ? state.id() : computation.first;
        computation.first = first;
        if (state.taken()) {
            leased.start(computation, state);
            return;
        }
        switch (computation.judge(state, first)) {
            case READY -> answer(computation, new Signal.Ready(computation.key, requireNonNull(state.manifest()), true));
            case FAILED -> answer(computation, new Signal.Failed(computation.key, Signal.Available.of(state.manifest()),
                    requireNonNull(state.remembered()).now()));
            case GONE -> answer(computation, new Signal.Invalidated(computation.key));
            case WATCH -> {
                computation.giveBackSlot();
                computation.phase = WATCHING;
                computation.admit();
                ports.loop().after(calls.jittered(settings.poll()), () -> next(computation));
            }
            case COMPUTE -> {
                computation.expected = state.id();
                computation.token = computation.slot == null ? computation.token : null;
                if (!computation.admit()) {
                    next(computation);
                } else if (computation.slot == null) {
                    queue.enter(computation);
                } else {
                    look(computation);
                }
            }
        }
    }

    /** Lets everybody begin anew with the data as it is now. */
    void restart(Computation computation, SliceKey now) {
        computation.giveBackSlot();
        List<Waiter> waiters = computation.waiters();
        List<Forget> forgets = computation.takeForgets();
        end(computation);
        forgets.forEach(forget -> join(now, forget));
        waiters.forEach(waiter -> join(waiter.of(now)));
    }

    void answer(Computation computation, Signal signal) {
        if (computation.hasForgets()) {
            next(computation);
            return;
        }
        computation.phase = ANNOUNCING;
        computation.giveBackSlot();
        announce(computation, signal, () -> {
            end(computation);
            computation.answer(signal);
        });
    }

    /** Publishes a signal, and retries until the broker has it. */
    void announce(Computation computation, Signal signal, Runnable then) {
        calls.on(computation, () -> ports.signals().publish(signal), (done, error) -> {
            if (error == null && signal instanceof Signal.Invalidated) {
                removals.correct(computation, then);
            } else if (error == null) {
                then.run();
            } else {
                calls.later(computation, () -> announce(computation, signal, then));
            }
        });
    }

    private void end(Computation computation) {
        if (computations.remove(computation.key, computation) && computation.next != null) {
            Computation next = computation.next;
            computations.put(computation.key, next);
            next.home.execute(() -> begin(next));
        }
    }

    /** An unforeseen failure: the computation ends without a signal, so its requests must be handed in again. */
    void crash(Computation computation, Throwable e) {
        leased.stop(computation);
        computation.giveBackSlot();
        end(computation);
        computation.fail(e);
    }

    private static void orFail(CompletableFuture<?> done, Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            done.completeExceptionally(e);
        }
    }
}
