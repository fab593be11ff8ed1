package io.figcast.compute.trace;

import io.figcast.compute.slice.SliceKey;
import io.figcast.compute.slice.SliceLimits;
import io.figcast.compute.slice.port.Runs;
import io.opentelemetry.api.trace.SpanKind;

/** Runs whose query, with the storing of its rows, is a step of the trace. */
public record TracedRuns(Runs runs, Traces traces) implements Runs {

    @Override
    public Run start(SliceKey key, String version, SliceLimits terms) {
        Step step = traces.step("query " + key.dataset(), SpanKind.CLIENT, key);
        Run run = runs.start(key, version, terms);
        var unused = step.until(run.outcome());
        return run;
    }
}
