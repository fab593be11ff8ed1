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

    /** Shows everything as 0: Prometheus sees no increase in a counter that begins with its first event. */
    void expect(@Observes StartupEvent started, Datasets datasets) {
        datasets.all().forEach(dataset -> OUTCOMES.forEach(outcome -> requests(dataset.name(), outcome)));
        for (RejectCode code : RejectCode.values()) {
            rejects(code);
        }
    }

    /** Kafka counts what was taken as done; this is what was taken and waits all the same. */
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
        if (signal instanceof Signal.Ready ready) {
            return ready.memoized() ? "hit" : "computed";
        }
        return signal instanceof Signal.Failed ? "failed" : "forgotten";
    }
}
