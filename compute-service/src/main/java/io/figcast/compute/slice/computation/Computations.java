package io.figcast.compute.slice.computation;

import static io.figcast.compute.slice.computation.Computation.Phase.ANSWERING;
import static io.figcast.compute.slice.computation.Computation.Phase.LOOKING;
import static io.figcast.compute.slice.computation.Computation.Phase.QUEUED;
import static io.figcast.compute.slice.computation.Computation.Phase.RUNNING;
import static io.figcast.compute.slice.computation.Computation.Phase.WATCHING;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;

import io.figcast.compute.slice.Failure;
import io.figcast.compute.slice.FailureCode;
import io.figcast.compute.slice.Manifest;
import io.figcast.compute.slice.Signal;
import io.figcast.compute.slice.SliceKey;
import io.figcast.compute.slice.SliceLimits;
import io.figcast.compute.slice.SourceFailedException;
import io.figcast.compute.slice.TooLargeException;
import io.figcast.compute.slice.port.ComputationListener;
import io.figcast.compute.slice.port.EventLoop;
import io.figcast.compute.slice.port.Memo;
import io.figcast.compute.slice.port.MemoRefusedException;
import io.figcast.compute.slice.port.MemoState;
import io.figcast.compute.slice.port.MemoUnavailableException;
import io.figcast.compute.slice.port.Runs;
import io.figcast.compute.slice.port.Runs.Stored;
import io.figcast.compute.slice.port.Signals;
import io.figcast.compute.slice.port.StateId;

/**
 * The state machine of memo, lease and signal: computes a slice once however many ask for it, here and elsewhere, and
 * brings every request to a terminal signal.
 * <p>
 * A flight looks into the memo. What satisfies everybody who asked is announced. A lease held elsewhere is watched until
 * it ends. Otherwise the flight takes the lease, with a worker slot in hand, announces {@code computing}, runs, commits
 * under the lease and announces the outcome. Whoever loses the lease on the way looks again and decides anew; nobody
 * computes because waiting took long. Everything here runs on one loop; ports answer from anywhere.
 */
public final class Computations {

    private static final Duration SOON = Duration.ofMillis(50);

    private final Memo memo;
    private final Runs runs;
    private final Signals signals;
    private final EventLoop loop;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final ComputationListener journal;
    private final ComputationSettings settings;
    private final WorkerSlots slots;
    private final PortCalls calls;
    private final ExpectedDurations durations = new ExpectedDurations();
    private final Map<SliceKey, Computation> flights = new HashMap<>();

    public Computations(Memo memo, Runs runs, Signals signals, EventLoop loop, InstantSource clock, RandomGenerator random,
            ComputationListener journal, ComputationSettings settings) {
        this.memo = memo;
        this.runs = runs;
        this.signals = signals;
        this.loop = loop;
        this.clock = clock;
        this.random = random;
        this.journal = journal;
        this.settings = settings;
        this.slots = new WorkerSlots(settings.workers(), settings.bulkWorkers());
        this.calls = new PortCalls(loop, random, this::crash);
    }

    /** Completes with a terminal signal that was announced after the call. */
    public CompletionStage<Signal> ask(SliceRequest ask) {
        return CompletableFuture.supplyAsync(() -> join(ask), loop).thenCompose(flight -> flight.done);
    }

    /** Removes a slice and completes when that is announced. A run under way may finish and announce its slice. */
    public CompletionStage<Signal> forget(SliceKey key) {
        Computation flight = new Computation(key);
        loop.execute(() -> forget(flight));
        return flight.done.copy();
    }

    /** Computations that wait for a worker. To be called on the loop, or for a number that may be a little old. */
    public int waiting(boolean bulk) {
        return slots.waiting(bulk);
    }

    int busy() {
        return slots.busy();
    }

    int underWay() {
        return flights.size();
    }

    private Computation join(SliceRequest ask) {
        Computation flight = flights.get(ask.key());
        if (flight == null) {
            Computation begun = new Computation(ask.key());
            begun.add(ask);
            flights.put(ask.key(), begun);
            step(begun);
            return begun;
        }
        if (flight.phase == ANSWERING) {
            // Its signal may be in the broker already, before this request: another flight follows.
            flight.next = flight.next == null ? new Computation(ask.key()) : flight.next;
            flight = flight.next;
        }
        journal.joined(ask.key());
        flight.add(ask);
        if (flight.waiter != null && !ask.bulk()) {
            slots.promote(flight.waiter);
        }
        return flight;
    }

    private void forget(Computation flight) {
        Computation under = flights.get(flight.key);
        if (under != null && (under.phase == LOOKING || under.phase == ANSWERING)) {
            // It may be announcing what is about to go; the last word must be that it is gone.
            loop.after(SOON, () -> forget(flight));
            return;
        }
        flight.phase = ANSWERING;
        flights.putIfAbsent(flight.key, flight);
        calls.persist(flight, () -> memo.forget(flight.key), (done, error) -> answer(flight,
                error == null ? new Signal.Invalidated(flight.key) : refused(flight, error)));
    }

    /** One look into the memo, with the lease at once if a worker is free: hits never wait for one. */
    private void step(Computation flight) {
        flight.phase = LOOKING;
        flight.slot = flight.slot == null ? slots.take(flight.bulk) : flight.slot;
        String token = flight.token(random);
        int insistences = flight.insistences;
        calls.on(flight, () -> flight.slot == null ? memo.look(flight.key)
                : memo.lease(flight.key, token, flight.expected, settings.lease()), (look, error) -> {
                    if (error instanceof MemoUnavailableException) {
                        flight.giveBackSlot();
                        calls.later(flight, () -> step(flight));
                    } else if (error != null) {
                        answer(flight, refused(flight, error));
                    } else if (flight.insistences != insistences && !look.taken()) {
                        step(flight);
                    } else {
                        flight.troubles = 0;
                        decide(flight, look);
                    }
                });
    }

    private void decide(Computation flight, MemoState look) {
        StateId first = flight.first == null ? look.seen() : flight.first;
        flight.first = first;
        if (look.taken()) {
            run(flight, look);
            return;
        }
        switch (flight.judge(look, first)) {
            case READY -> answer(flight, new Signal.Ready(flight.key, nonNull(look.manifest()), true));
            case FAILED -> answer(flight, new Signal.Failed(flight.key, Signal.Available.of(look.manifest()),
                    nonNull(look.remembered()).now()));
            case WATCH -> {
                flight.phase = WATCHING;
                flight.giveBackSlot();
                loop.after(calls.jittered(settings.poll()), () -> step(flight));
            }
            case COMPUTE -> {
                flight.expected = look.seen();
                if (flight.slot == null) {
                    queue(flight);
                } else {
                    step(flight);
                }
            }
        }
    }

    private void queue(Computation flight) {
        flight.phase = QUEUED;
        flight.waiter = slot -> {
            flight.waiter = null;
            flight.slot = slot;
            step(flight);
        };
        slots.await(flight.bulk, flight.waiter);
    }

    private void run(Computation flight, MemoState look) {
        flight.phase = RUNNING;
        SliceLimits terms = flight.terms();
        Instant startedAt = now();
        String version = nonNull(flight.token);
        journal.computing(flight.key);
        // Sent once: a computing that were tried again could come to stand behind its own outcome.
        calls.on(flight, () -> signals.publish(new Signal.Computing(flight.key, Signal.Available.of(look.manifest()), startedAt,
                startedAt.plus(terms.deadline()).plus(settings.lease()), durations.expected(flight.key, look.manifest()))),
                (done, error) -> {
                });
        LeasedRun attempt = new LeasedRun(version, startedAt, look.manifest(), runs.start(flight.key, version, terms),
                nonNull(flight.slot));
        flight.slot = null;
        flight.attempt = attempt;
        attempt.callOffDeadline = loop.after(terms.deadline(), () -> {
            stop(flight, attempt);
            fail(flight, attempt, FailureCode.TIMED_OUT,
                    "The query was ended after " + terms.deadline().toMillis() / 1000.0 + " s");
        });
        renewLater(flight, attempt);
        calls.on(flight, attempt.run::outcome, (stored, error) -> {
            attempt.slot.release();
            if (flight.attempt == attempt) {
                attempt.over();
                flight.attempt = null;
                ended(flight, attempt, stored, error);
            }
        });
    }

    private void renewLater(Computation flight, LeasedRun attempt) {
        attempt.callOffRenewal = loop.after(settings.lease().dividedBy(3), () -> {
            if (flight.attempt == attempt) {
                calls.on(flight, () -> memo.renew(flight.key, attempt.version, settings.lease()), (ours, error) -> {
                    if (flight.attempt != attempt) {
                        return;
                    }
                    if (error == null && !ours) {
                        stop(flight, attempt);
                        lookAgain(flight);
                    } else {
                        renewLater(flight, attempt);
                    }
                });
            }
        });
    }

    /** Ends a run that has not ended; a driver that does not react keeps its worker no longer than the grace. */
    private void stop(Computation flight, LeasedRun attempt) {
        flight.attempt = null;
        attempt.over();
        attempt.run.cancel();
        loop.after(settings.grace(), attempt.slot::release);
    }

    private void ended(Computation flight, LeasedRun attempt, @Nullable Stored stored, @Nullable Throwable error) {
        if (stored != null) {
            double life = flight.bulk ? 1 - settings.ttlJitter() * random.nextDouble() : 1;
            commit(flight, attempt, attempt.manifest(flight.key, flight.terms().scaled(life), stored, now()));
        } else if (error instanceof MemoUnavailableException) {
            // Otherwise its own lease would be waited for like anybody's.
            calls.persist(flight, () -> memo.release(flight.key, attempt.version), (done, refused) -> lookAgain(flight));
        } else if (error instanceof MemoRefusedException) {
            fail(flight, attempt, FailureCode.STORE_UNAVAILABLE, error.getMessage());
        } else if (error instanceof TooLargeException) {
            fail(flight, attempt, FailureCode.TOO_LARGE, error.getMessage());
        } else {
            fail(flight, attempt, FailureCode.SOURCE_FAILED,
                    error instanceof SourceFailedException ? error.getMessage() : "The computation failed");
        }
    }

    private void commit(Computation flight, LeasedRun attempt, Manifest manifest) {
        calls.persist(flight, () -> memo.commit(flight.key, manifest, attempt.replaced), (commit, error) -> {
            if (error != null) {
                fail(flight, attempt, FailureCode.STORE_UNAVAILABLE, error.getMessage());
                return;
            }
            switch (commit) {
                case DONE -> {
                    durations.took(flight.key, manifest.computeMillis());
                    journal.computed(flight.key, manifest);
                    answer(flight, new Signal.Ready(flight.key, manifest, false));
                }
                case LEASE_LOST -> lookAgain(flight);
                case CHUNKS_LOST -> fail(flight, attempt, FailureCode.STORE_UNAVAILABLE, "Redis did not keep the slice");
            }
        });
    }

    private void fail(Computation flight, LeasedRun attempt, FailureCode code, @Nullable String message) {
        Failure failure = failure(code, message);
        calls.persist(flight, () -> memo.fail(flight.key, attempt.version, failure, settings.failureTtl()), (look, error) -> {
            if (error == null && look.isEmpty()) {
                lookAgain(flight);
                return;
            }
            journal.failed(flight.key, failure);
            Manifest available = error == null ? look.get().manifest() : attempt.replaced;
            answer(flight, new Signal.Failed(flight.key, Signal.Available.of(available), failure));
        });
    }

    /** The lease is lost, or may be: what is there now decides, and a new run would be another version. */
    private void lookAgain(Computation flight) {
        journal.lost(flight.key);
        flight.token = null;
        step(flight);
    }

    private void answer(Computation flight, Signal signal) {
        flight.phase = ANSWERING;
        flight.giveBackSlot();
        calls.on(flight, () -> signals.publish(signal), (done, error) -> {
            if (error != null) {
                calls.later(flight, () -> answer(flight, signal));
                return;
            }
            land(flight);
            flight.done.complete(signal);
        });
    }

    private void land(Computation flight) {
        if (flights.remove(flight.key, flight) && flight.next != null) {
            flights.put(flight.key, flight.next);
            step(flight.next);
        }
    }

    private Signal refused(Computation flight, Throwable error) {
        return new Signal.Failed(flight.key, null, failure(FailureCode.STORE_UNAVAILABLE, error.getMessage()));
    }

    private Failure failure(FailureCode code, @Nullable String message) {
        return new Failure(code, message == null ? "" : message, now(), settings.failureTtl().toSeconds());
    }

    /** Nothing foreseen: the flight ends without a signal, so whoever handed in the requests must do it again. */
    private void crash(Computation flight, RuntimeException e) {
        if (flight.attempt != null) {
            stop(flight, flight.attempt);
        }
        flight.giveBackSlot();
        land(flight);
        flight.done.completeExceptionally(e);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static <T> T nonNull(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
