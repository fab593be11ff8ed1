package io.figcast.compute.trace;

import io.figcast.compute.slice.Failure;
import io.figcast.compute.slice.Manifest;
import io.figcast.compute.slice.SliceKey;
import io.figcast.compute.slice.port.ComputationListener;

/** A journal whose log lines carry the ids of the trace. */
public record TracedListener(ComputationListener journal, Traces traces) implements ComputationListener {

    @Override
    public void joined(SliceKey key) {
        journal.joined(key);
    }

    @Override
    public void computing(SliceKey key) {
        traces.within(key, () -> journal.computing(key));
    }

    @Override
    public void computed(SliceKey key, Manifest manifest) {
        traces.within(key, () -> journal.computed(key, manifest));
    }

    @Override
    public void failed(SliceKey key, Failure failure) {
        traces.within(key, () -> journal.failed(key, failure));
    }

    @Override
    public void lost(SliceKey key) {
        traces.within(key, () -> journal.lost(key));
    }
}
