package io.figcast.compute;

import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.figcast.compute.catalogue.Datasets;
import io.figcast.compute.slice.Axes;
import io.figcast.compute.slice.Failure;
import io.figcast.compute.slice.FailureCode;
import io.figcast.compute.slice.Manifest;
import io.figcast.compute.slice.SliceKey;
import io.figcast.compute.slice.port.ComputationListener;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;

/** Logs and counts what happens to computations. Labels are datasets, which are configured, and codes: never categories. */
@ApplicationScoped
class MeteredComputations implements ComputationListener {

    private final MeterRegistry metrics;

    MeteredComputations(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    /** Registers every counter at 0, since Prometheus sees no increase in one that first appears as 1. */
    void expect(@Observes StartupEvent started, Datasets datasets) {
        datasets.all().forEach(dataset -> {
            joins(dataset.name());
            computations(dataset.name());
            durations(dataset.name());
            sizes(dataset.name());
            losses(dataset.name());
            for (FailureCode code : FailureCode.values()) {
                failures(dataset.name(), code);
            }
        });
    }

    @Override
    public void joined(SliceKey key) {
        joins(key.dataset()).increment();
    }

    @Override
    public void computing(List<SliceKey> keys) {
        SliceKey first = keys.get(0);
        computations(first.dataset()).increment(keys.size());
        if (keys.size() == 1) {
            Log.infof("Computing slice dataset=%s category=%s", first.dataset(), loggable(named(first)));
        } else {
            Log.infof("Computing slices dataset=%s count=%d first=%s", first.dataset(), keys.size(),
                    loggable(named(first)));
        }
    }

    @Override
    public void computed(SliceKey key, Manifest manifest) {
        durations(key.dataset()).record(Duration.ofMillis(manifest.computeMillis()));
        sizes(key.dataset()).record(2.0 * Double.BYTES * manifest.rows());
    }

    @Override
    public void failed(SliceKey key, Failure failure) {
        failures(key.dataset(), failure.code()).increment();
        Log.warnf("Computation failed dataset=%s category=%s code=%s message=\"%s\"", key.dataset(),
                loggable(named(key)), failure.code(), loggable(failure.message()));
    }

    @Override
    public void lost(SliceKey key) {
        losses(key.dataset()).increment();
        Log.warnf("Lease or chunks lost, looking the slice up again dataset=%s category=%s", key.dataset(),
                loggable(named(key)));
    }

    private static String named(SliceKey key) {
        Axes axes = key.axes();
        return axes == null ? key.category() : key.category() + " x=" + axes.x() + " y=" + axes.y();
    }

    private Counter joins(String dataset) {
        return metrics.counter("figcast.joins", "dataset", dataset);
    }

    private Counter computations(String dataset) {
        return metrics.counter("figcast.computations", "dataset", dataset);
    }

    private Timer durations(String dataset) {
        return Timer.builder("figcast.computation.duration").tag("dataset", dataset).publishPercentileHistogram()
                .register(metrics);
    }

    private DistributionSummary sizes(String dataset) {
        return DistributionSummary.builder("figcast.slice.size").baseUnit("bytes").tag("dataset", dataset).register(metrics);
    }

    private Counter losses(String dataset) {
        return metrics.counter("figcast.losses", "dataset", dataset);
    }

    private Counter failures(String dataset, FailureCode code) {
        return metrics.counter("figcast.failures", "dataset", dataset, "code", code.name());
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
