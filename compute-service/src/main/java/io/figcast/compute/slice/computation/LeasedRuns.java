package io.figcast.compute.slice.computation;

import static io.figcast.compute.slice.computation.Computation.Phase.RUNNING;
import static io.figcast.compute.slice.computation.Computation.Phase.STORING;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.figcast.compute.slice.Failure;
import io.figcast.compute.slice.FailureCode;
import io.figcast.compute.slice.Manifest;
import io.figcast.compute.slice.Signal;
import io.figcast.compute.slice.SliceLimits;
import io.figcast.compute.slice.SourceChangedException;
import io.figcast.compute.slice.SourceFailedException;
import io.figcast.compute.slice.TooLargeException;
import io.figcast.compute.slice.port.MemoRefusedException;
import io.figcast.compute.slice.port.MemoState;
import io.figcast.compute.slice.port.MemoUnavailableException;
import io.figcast.compute.slice.port.Runs;
import io.figcast.compute.slice.port.Runs.Stored;
import io.figcast.compute.slice.port.ScanFailedException;

/** Runs under a lease, from taking it to the outcome: renewal, deadline, commit or failure. On the loop of the computations. */
final class LeasedRuns {

    private static final int MOST_RESTARTS = 3;
    private static final int FEWER = 8;
    /** Those that are read together are mostly done before that, and then nobody need hear that they are being read. */
    private static final Duration SOON = Duration.ofSeconds(2);

    private final Computations computations;
    private final PortCalls calls;
    private final Ports ports;
    private final ComputationSettings settings;
    private final ExpectedDurations durations = new ExpectedDurations();

    LeasedRuns(Computations computations, PortCalls calls, Ports ports, ComputationSettings settings) {
        this.computations = computations;
        this.calls = calls;
        this.ports = ports;
        this.settings = settings;
    }

    void start(Computation computation, MemoState state) {
        if (!computation.admit()) {
            computation.giveBackSlot();
            release(computation, Objects.requireNonNull(computation.token), () -> computations.next(computation));
            return;
        }
        computation.phase = RUNNING;
        LeasedRun run = new LeasedRun(computation, Objects.requireNonNull(computation.token), state.manifest(),
                Objects.requireNonNull(computation.slot));
        computation.slot = null;
        computation.token = null;
        computation.run = run;
        renewAfter(computation, run, settings.lease().dividedBy(3));
        Batch.leased(run, this::begin);
    }

    /** Has those read that still hold their lease. */
    void begin(List<LeasedRun> leased) {
        List<LeasedRun> together = leased.stream().filter(LeasedRun::isOn).toList();
        if (together.isEmpty()) {
            return;
        }
        try {
            ports.listener().computing(together.stream().map(run -> run.computation.key).toList());
            SliceLimits limits = together.get(0).computation.limits();
            List<Runs.Run> runs = ports.runs().start(
                    together.stream().map(run -> new Runs.Target(run.computation.key, run.version)).toList(), limits);
            Instant startedAt = now();
            for (int i = 0; i < runs.size(); i++) {
                together.get(i).begun = new LeasedRun.Begun(runs.get(i), startedAt, runs.size());
                begun(together.get(i).computation, together.get(i), limits);
            }
        } catch (RuntimeException | Error e) {
            together.forEach(run -> computations.crash(run.computation, e));
        }
    }

    private void begun(Computation computation, LeasedRun run, SliceLimits limits) {
        LeasedRun.Begun begun = run.begun();
        if (begun.together() == 1) {
            announce(computation, run, limits);
        } else {
            run.callOffNews = ports.loop().after(SOON, () -> announce(computation, run, limits));
        }
        run.callOffDeadline = ports.loop().after(limits.deadline(), () -> {
            stop(computation);
            if (begun.together() > 1) {
                again(computation, run);
            } else {
                fail(computation, run, FailureCode.TIMED_OUT,
                        "The query was ended after " + limits.deadline().toMillis() / 1000.0 + " s");
            }
        });
        calls.on(computation, begun.run()::outcome, (stored, error) -> {
            run.slot.release();
            if (run.isOn()) {
                run.over();
                computation.run = null;
                ended(computation, run, stored, error);
            } else if (error == null) {
                begun.run().discard();
            }
        });
    }

    /** Sent once: a retried computing could arrive after its own outcome. */
    private void announce(Computation computation, LeasedRun run, SliceLimits limits) {
        Instant startedAt = run.begun().at();
        calls.on(computation, () -> ports.signals().publish(new Signal.Computing(computation.key,
                Signal.Available.of(run.replaced), startedAt, startedAt.plus(limits.deadline()).plus(settings.lease()),
                durations.expected(computation.key, run.replaced))), (done, error) -> {
                });
    }

    /** A late answer is not waited for: it may be lost, and renewing twice does no harm. */
    private void renewAfter(Computation computation, LeasedRun run, Duration delay) {
        run.callOffRenewal = ports.loop().after(delay, () -> {
            renewAfter(computation, run, settings.lease().dividedBy(8));
            calls.on(computation, () -> ports.memo().renew(computation.key, run.version, settings.lease()), (ours, error) -> {
                if (!run.isOn() || error != null) {
                    return;
                }
                run.callOffRenewal.run();
                if (ours) {
                    renewAfter(computation, run, settings.lease().dividedBy(3));
                } else {
                    stop(computation);
                    lookAgain(computation);
                }
            });
        });
    }

    /** Ends a run that has not ended; a driver that does not react keeps its worker no longer than the grace. */
    void stop(Computation computation) {
        LeasedRun run = computation.run;
        if (run != null) {
            computation.run = null;
            run.over();
            if (run.begun == null) {
                run.slot.release();
            } else {
                run.begun.run().cancel();
                ports.loop().after(settings.grace(), run.slot::release);
            }
        }
    }

    /** Ends a run whose outcome is not wanted any more. */
    void abandon(Computation computation) {
        String version = Objects.requireNonNull(computation.run).version;
        stop(computation);
        release(computation, version, () -> computations.next(computation));
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
    private void again(Computation computation, LeasedRun run) {
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

    private void fail(Computation computation, LeasedRun run, FailureCode code, @Nullable String message) {
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

    private void release(Computation computation, String token, Runnable then) {
        computation.phase = STORING;
        calls.persist(computation, () -> ports.memo().release(computation.key, token), (done, refused) -> {
            computation.token = null;
            then.run();
        });
    }

    /** The lease is or may be lost: the memo's present state decides, and a new run is another version. */
    private void lookAgain(Computation computation) {
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
