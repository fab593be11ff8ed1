package io.figcast.compute.slice.computation;

import static io.figcast.compute.slice.computation.Computation.Phase.RUNNING;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.figcast.compute.slice.Failure;
import io.figcast.compute.slice.FailureCode;
import io.figcast.compute.slice.Signal;
import io.figcast.compute.slice.SliceLimits;
import io.figcast.compute.slice.port.MemoState;
import io.figcast.compute.slice.port.Runs;

/** Runs under a lease, from taking it to the outcome: renewal, deadline, commit or failure. On the loop of the computations. */
final class LeasedRuns {

    /** Those that are read together are mostly done before that, and then nobody need hear that they are being read. */
    private static final Duration SOON = Duration.ofSeconds(2);

    private final Computations computations;
    private final PortCalls calls;
    private final Ports ports;
    private final ComputationSettings settings;
    private final ExpectedDurations durations = new ExpectedDurations();
    private final Outcomes outcomes;

    LeasedRuns(Computations computations, PortCalls calls, Ports ports, ComputationSettings settings) {
        this.computations = computations;
        this.calls = calls;
        this.ports = ports;
        this.settings = settings;
        this.outcomes = new Outcomes(computations, calls, ports, settings, durations);
    }

    void start(Computation computation, MemoState state) {
        if (!computation.admit()) {
            computation.giveBackSlot();
            outcomes.release(computation, Objects.requireNonNull(computation.token), () -> computations.next(computation));
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
                outcomes.again(computation, run);
            } else {
                outcomes.fail(computation, run, FailureCode.TIMED_OUT,
                        "The query was ended after " + limits.deadline().toMillis() / 1000.0 + " s");
            }
        });
        calls.on(computation, begun.run()::outcome, (stored, error) -> {
            run.slot.release();
            outcomes.take(run, stored, error);
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
                    outcomes.lookAgain(computation);
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
        outcomes.release(computation, version, () -> computations.next(computation));
    }

    Failure failure(FailureCode code, @Nullable String message) {
        return outcomes.failure(code, message);
    }

    private Instant now() {
        return ports.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
