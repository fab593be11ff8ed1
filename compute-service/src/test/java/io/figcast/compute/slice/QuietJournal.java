package io.figcast.compute.slice;

/** Writes nothing down. */
class QuietJournal implements Journal {

    @Override
    public void joined(SliceKey key) {
    }

    @Override
    public void computing(SliceKey key) {
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
