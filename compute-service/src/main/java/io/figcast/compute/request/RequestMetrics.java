package io.figcast.compute.request;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.figcast.compute.catalogue.Datasets;
import io.figcast.compute.slice.Signal;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;

/** Counts requests by outcome. Labels are configured datasets and codes: nothing a producer can make up. */
@ApplicationScoped
class RequestMetrics {

    private static final List<String> OUTCOMES = List.of("hit", "computed", "failed", "forgotten");

    private final MeterRegistry metrics;

    RequestMetrics(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    /** Registers every counter at 0, since Prometheus sees no increase in one that first appears as 1. */
    void expect(@Observes StartupEvent started, Datasets datasets) {
        datasets.all().forEach(dataset -> OUTCOMES.forEach(outcome -> requests(dataset.name(), outcome)));
        for (RejectCode code : RejectCode.values()) {
            rejects(code);
        }
    }

    /** Kafka's lag leaves out what was taken; this counts what was taken and still waits. */
    void watch(String kind, Admission requests) {
        Gauge.builder("figcast.requests.in.flight", requests, Admission::count).tag("kind", kind)
                .description("Requests taken from Kafka and not answered yet").register(metrics);
    }

    void answered(Signal signal) {
        requests(signal.key().dataset(), outcome(signal)).increment();
    }

    void rejected(RejectCode code) {
        rejects(code).increment();
    }

    private Counter requests(String dataset, String outcome) {
        return metrics.counter("figcast.requests", "dataset", dataset, "outcome", outcome);
    }

    private Counter rejects(RejectCode code) {
        return metrics.counter("figcast.rejects", "code", code.name());
    }

    private static String outcome(Signal signal) {
        return signal.when(computing -> "computed", ready -> ready.memoized() ? "hit" : "computed", failed -> "failed",
                invalidated -> "forgotten");
    }
}
