package io.figcast.compute.slice.computation;

import java.util.List;

import io.figcast.compute.slice.Failure;
import io.figcast.compute.slice.Manifest;
import io.figcast.compute.slice.SliceKey;
import io.figcast.compute.slice.port.ComputationListener;

/** Writes nothing down. */
class QuietListener implements ComputationListener {

    @Override
    public void joined(SliceKey key) {
    }

    @Override
    public void computing(List<SliceKey> keys) {
    }

    @Override
    public void computed(SliceKey key, Manifest manifest) {
    }

    @Override
    public void failed(SliceKey key, Failure failure) {
    }

    @Override
    public void lost(SliceKey key) {
    }
}
