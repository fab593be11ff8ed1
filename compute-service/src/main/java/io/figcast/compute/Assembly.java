package io.figcast.compute;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;

import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.figcast.compute.memo.MemoConfig;
import io.figcast.compute.slice.Computations;
import io.figcast.compute.slice.Journal;
import io.figcast.compute.slice.Loop;
import io.figcast.compute.slice.LoopThread;
import io.figcast.compute.slice.Memo;
import io.figcast.compute.slice.Runs;
import io.figcast.compute.slice.Settings;
import io.figcast.compute.slice.Signals;
import io.figcast.compute.trace.TracedJournal;
import io.figcast.compute.trace.TracedMemo;
import io.figcast.compute.trace.TracedRuns;
import io.figcast.compute.trace.Traces;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** Puts the plain parts together. */
final class Assembly {

    private static final Duration POLL = Duration.ofMillis(300);
    private static final Duration GRACE = Duration.ofSeconds(5);

    Assembly() {
    }

    @Produces
    @Singleton
    static LoopThread loop() {
        return new LoopThread("figcast-flights");
    }

    static void stop(@Disposes LoopThread loop) {
        loop.close();
    }

    @Produces
    @Singleton
    static Computations computations(Memo memo, Runs runs, Signals signals, Loop loop, Clock clock, Journal journal,
            WorkConfig work, MemoConfig config, MeterRegistry metrics, Traces traces) {
        boolean traced = traces.isOn();
        Computations computations = new Computations(traced ? new TracedMemo(memo, traces) : memo,
                traced ? new TracedRuns(runs, traces) : runs, signals, loop, clock, new SecureRandom(),
                traced ? new TracedJournal(journal, traces) : journal,
                new Settings(work.workers(), work.bulkWorkers(), config.lease(), POLL, config.failureTtl(),
                        config.ttlJitter(), GRACE));
        Gauge.builder("figcast.queue.length", () -> computations.waiting(false)).tag("kind", "interactive")
                .description("Computations that wait for a worker").register(metrics);
        Gauge.builder("figcast.queue.length", () -> computations.waiting(true)).tag("kind", "bulk")
                .description("Computations that wait for a worker").register(metrics);
        return computations;
    }
}
