package io.figcast.compute.request;

import jakarta.enterprise.context.ApplicationScoped;

import io.figcast.compute.slice.Signal;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts requests by outcome. Labels are configured datasets and codes: nothing a producer can make up. */
@ApplicationScoped
class RequestMetrics {

    private final MeterRegistry metrics;

    RequestMetrics(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    void answered(Signal signal) {
        metrics.counter("figcast.requests", "dataset", signal.key().dataset(), "outcome", outcome(signal)).increment();
    }

    void rejected(RejectCode code) {
        metrics.counter("figcast.rejects", "code", code.name()).increment();
    }

    private static String outcome(Signal signal) {
        if (signal instanceof Signal.Ready ready) {
            return ready.memoized() ? "hit" : "computed";
        }
        return signal instanceof Signal.Failed ? "failed" : "forgotten";
    }
}
