package io.figcast.compute;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.figcast.compute.slice.Failure;
import io.figcast.compute.slice.Journal;
import io.figcast.compute.slice.Manifest;
import io.figcast.compute.slice.SliceKey;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.logging.Log;

/** Logs and counts what happens to flights. Labels are datasets, which are configured, and codes: never categories. */
@ApplicationScoped
class MeteredJournal implements Journal {

    private final MeterRegistry metrics;

    MeteredJournal(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    @Override
    public void joined(SliceKey key) {
        metrics.counter("figcast.joins", "dataset", key.dataset()).increment();
    }

    @Override
    public void computing(SliceKey key) {
        metrics.counter("figcast.computations", "dataset", key.dataset()).increment();
        Log.infof("Computing slice dataset=%s category=%s", key.dataset(), loggable(key.category()));
    }

    @Override
    public void computed(SliceKey key, Manifest manifest) {
        Timer.builder("figcast.computation.duration").tag("dataset", key.dataset()).publishPercentileHistogram()
                .register(metrics).record(Duration.ofMillis(manifest.computeMillis()));
        DistributionSummary.builder("figcast.slice.size").baseUnit("bytes").tag("dataset", key.dataset()).register(metrics)
                .record(2.0 * Double.BYTES * manifest.rows());
    }

    @Override
    public void failed(SliceKey key, Failure failure) {
        metrics.counter("figcast.failures", "dataset", key.dataset(), "code", failure.code().name()).increment();
        Log.warnf("Computation failed dataset=%s category=%s code=%s message=\"%s\"", key.dataset(),
                loggable(key.category()), failure.code(), loggable(failure.message()));
    }

    @Override
    public void lost(SliceKey key) {
        metrics.counter("figcast.losses", "dataset", key.dataset()).increment();
        Log.warnf("Lease or store lost and slice looked for again dataset=%s category=%s", key.dataset(),
                loggable(key.category()));
    }

    /** One line, whatever text comes from data or producers. */
    static String loggable(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (Character.getType(c)) {
                case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
                        Character.SURROGATE ->
                    safe.append(c > 0xffff ? "\\u{%x}".formatted(c) : "\\u%04x".formatted(c));
                default -> safe.appendCodePoint(c);
            }
        });
        return safe.toString();
    }
}
