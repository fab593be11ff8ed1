package io.figcast.compute;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.function.UnaryOperator;

import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.figcast.compute.catalogue.Datasets;
import io.figcast.compute.memo.MemoConfig;
import io.figcast.compute.slice.SliceKey;
import io.figcast.compute.slice.SliceSource;
import io.figcast.compute.slice.computation.ComputationSettings;
import io.figcast.compute.slice.computation.Computations;
import io.figcast.compute.slice.computation.Ports;
import io.figcast.compute.slice.port.ComputationListener;
import io.figcast.compute.slice.port.Memo;
import io.figcast.compute.slice.port.Runs;
import io.figcast.compute.slice.port.Signals;
import io.figcast.compute.trace.Traces;
import io.figcast.compute.work.WorkConfig;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** Wires the plain parts together. */
final class Assembly {

    private static final Duration POLL = Duration.ofMillis(300);
    private static final Duration GRACE = Duration.ofSeconds(5);

    Assembly() {
    }

    @Produces
    @Singleton
    static EventLoopThread loop() {
        return new EventLoopThread("figcast-computations");
    }

    static void stop(@Disposes EventLoopThread loop) {
        loop.close();
    }

    @Produces
    @Singleton
    static SliceSource source(Datasets datasets) {
        return datasets.source();
    }

    @Produces
    @Singleton
    static Computations computations(Memo memo, Runs runs, Signals signals, EventLoopThread loop, Clock clock,
            ComputationListener listener, Datasets datasets, WorkConfig work, MemoConfig config, MeterRegistry metrics,
            Traces traces) {
        UnaryOperator<SliceKey> present = key -> datasets.find(key.dataset())
                .map(dataset -> dataset.catalogue().present(key)).orElse(key);
        Computations computations = new Computations(
                new Ports(memo, runs, signals, traces.traced(loop), clock, new SecureRandom(), present,
                        listener),
                new ComputationSettings(work.workers(), work.bulkWorkers(), work.bulkCategories(), config.lease(), POLL,
                        config.failureTtl(),
                        config.ttlJitter(), GRACE));
        Gauge.builder("figcast.queue.length", () -> computations.waiting(false)).tag("kind", "interactive")
                .description("Computations that wait for a worker").register(metrics);
        Gauge.builder("figcast.queue.length", () -> computations.waiting(true)).tag("kind", "bulk")
                .description("Computations that wait for a worker").register(metrics);
        return computations;
    }
}
