package io.figcast.compute.slice.computation;

import static io.figcast.compute.slice.computation.Computation.Phase.STORING;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

import io.figcast.compute.slice.Failure;
import io.figcast.compute.slice.FailureCode;
import io.figcast.compute.slice.Manifest;
import io.figcast.compute.slice.Signal;
import io.figcast.compute.slice.SourceChangedException;
import io.figcast.compute.slice.SourceFailedException;
import io.figcast.compute.slice.TooLargeException;
import io.figcast.compute.slice.port.MemoRefusedException;
import io.figcast.compute.slice.port.MemoUnavailableException;
import io.figcast.compute.slice.port.Runs;
import io.figcast.compute.slice.port.Runs.Stored;
import io.figcast.compute.slice.port.ScanFailedException;

/** What becomes of a run that has ended: a commit, a failure, or another look. On the loop of the computations. */
final class Outcomes {

    private static final int MOST_RESTARTS = 3;
    private static final int FEWER = 8;
    private static final int COMMITS_AT_ONCE = 128;

    private final Computations computations;
    private final PortCalls calls;
    private final Ports ports;
    private final ComputationSettings settings;
    private final ExpectedDurations durations;
    /** Of what was read together: thousands at once would wait for Redis longer than an answer may take. */
    private final Turns commits = new Turns(COMMITS_AT_ONCE);

    Outcomes(Computations computations, PortCalls calls, Ports ports, ComputationSettings settings,
            ExpectedDurations durations) {
        this.computations = computations;
        this.calls = calls;
        this.ports = ports;
        this.settings = settings;
        this.durations = durations;
    }

    /** What was read together keeps its leases until it is its turn to be committed. */
    void take(LeasedRun run, @Nullable Stored stored, @Nullable Throwable error) {
        Computation computation = run.computation;
        if (error != null || run.begun().together() == 1) {
            over(run, stored, error);
        } else {
            run.callOffDeadline.run();
            commits.take(() -> computation.home.execute(() -> calls.guard(computation, () -> over(run, stored, null))));
        }
    }

    private void over(LeasedRun run, @Nullable Stored stored, @Nullable Throwable error) {
        Computation computation = run.computation;
        if (run.isOn()) {
            run.over();
            computation.run = null;
            ended(computation, run, stored, error);
        } else if (stored != null) {
            run.begun().run().discard();
            committed(run);
        }
    }

    private void committed(LeasedRun run) {
        if (run.begun().together() > 1) {
            commits.giveBack();
        }
    }

    private void ended(Computation computation, LeasedRun run, @Nullable Stored stored, @Nullable Throwable error) {
        if (stored != null) {
            double life = computation.isBulk() ? 1 - settings.ttlJitter() * ports.random().nextDouble() : 1;
            commit(computation, run, run.manifest(computation.key, computation.limits().scaled(life), stored, now()),
                    stored.last());
        } else if (error instanceof SourceChangedException changed) {
            changed(computation, run, changed);
        } else if (error instanceof ScanFailedException) {
            again(computation, run);
        } else if (error instanceof MemoUnavailableException) {
            computation.lost = computation.lost.plus(run.begun().took(now()));
            if (computation.lost.compareTo(computation.limits().deadline()) > 0) {
                fail(computation, run, FailureCode.STORE_UNAVAILABLE, "Redis did not take the slice within "
                        + computation.limits().deadline().toMillis() / 1000.0 + " s");
            } else {
                // Otherwise it would wait for its own lease like for anybody's.
                release(computation, run.version, () -> lookAgain(computation));
            }
        } else if (error instanceof MemoRefusedException) {
            fail(computation, run, FailureCode.STORE_UNAVAILABLE, error.getMessage());
        } else if (error instanceof TooLargeException) {
            fail(computation, run, FailureCode.TOO_LARGE, error.getMessage());
        } else {
            fail(computation, run, FailureCode.SOURCE_FAILED,
                    error instanceof SourceFailedException ? error.getMessage() : "The computation failed");
        }
    }

    /** A shared failure says nothing about any one: each is read again with fewer others, and finally alone. */
    void again(Computation computation, LeasedRun run) {
        computation.mostTogether = Math.max(1, run.begun().together() / FEWER);
        release(computation, run.version, () -> computations.next(computation));
    }

    private void changed(Computation computation, LeasedRun run, SourceChangedException changed) {
        if (computation.restarts() >= MOST_RESTARTS) {
            fail(computation, run, FailureCode.SOURCE_FAILED, "The data changed again and again while it was read");
        } else {
            release(computation, run.version, () -> {
                ports.listener().lost(computation.key);
                computations.restart(computation, computation.key.withFingerprint(changed.fingerprint()));
            });
        }
    }

    private void commit(Computation computation, LeasedRun run, Manifest manifest, Runs.@Nullable Chunk last) {
        computation.phase = STORING;
        calls.persist(computation, () -> ports.memo().commit(computation.key, manifest, last, run.replaced),
                (commit, error) -> {
                    committed(run);
                    if (error != null) {
                        run.begun().run().discard();
                        fail(computation, run, FailureCode.STORE_UNAVAILABLE, error.getMessage());
                        return;
                    }
                    switch (commit) {
                        case DONE -> {
                            durations.took(computation.key, manifest.computeMillis());
                            ports.listener().computed(computation.key, manifest);
                            computations.answer(computation, new Signal.Ready(computation.key, manifest, false));
                        }
                        case LEASE_LOST -> {
                            run.begun().run().discard();
                            lookAgain(computation);
                        }
                        case CHUNKS_LOST -> {
                            run.begun().run().discard();
                            fail(computation, run, FailureCode.STORE_UNAVAILABLE, "Redis did not keep the slice");
                        }
                    }
                });
    }

    void fail(Computation computation, LeasedRun run, FailureCode code, @Nullable String message) {
        computation.phase = STORING;
        Failure failure = failure(code, message);
        calls.persist(computation,
                () -> ports.memo().fail(computation.key, run.version, failure, settings.failureTtl()), (state, error) -> {
                    if (error == null && state.isEmpty()) {
                        lookAgain(computation);
                        return;
                    }
                    ports.listener().failed(computation.key, failure);
                    Manifest available = error == null ? state.get().manifest() : run.replaced;
                    computations.answer(computation,
                            new Signal.Failed(computation.key, Signal.Available.of(available), failure));
                });
    }

    void release(Computation computation, String token, Runnable then) {
        computation.phase = STORING;
        calls.persist(computation, () -> ports.memo().release(computation.key, token), (done, refused) -> {
            computation.token = null;
            then.run();
        });
    }

    /** The lease is or may be lost: the memo's present state decides, and a new run is another version. */
    void lookAgain(Computation computation) {
        ports.listener().lost(computation.key);
        computations.next(computation);
    }

    Failure failure(FailureCode code, @Nullable String message) {
        return new Failure(code, message == null ? "" : message, now(), settings.failureTtl().toSeconds());
    }

    private Instant now() {
        return ports.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
