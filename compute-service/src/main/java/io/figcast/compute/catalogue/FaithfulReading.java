package io.figcast.compute.catalogue;

import io.figcast.compute.slice.RowSink;
import io.figcast.compute.slice.SliceKey;
import io.figcast.compute.slice.SliceSource.Reading;
import io.figcast.compute.slice.SourceChangedException;
import io.figcast.compute.slice.SourceFailedException;
import io.figcast.compute.source.RunningQuery;
import io.figcast.compute.source.Snapshot;
import io.figcast.compute.source.Source;

/**
 * A reading whose rows are those that the key's fingerprint names: nothing was touched while they were read.
 *
 * @param unproven whether nobody could say yet that the category exists
 */
record FaithfulReading(Source source, SliceKey key, Reading reading, boolean unproven, RunningQuery proof)
        implements
            Reading {

    @Override
    public void read(RowSink sink) {
        Snapshot before = source.snapshot();
        if (!before.fingerprint().equals(key.fingerprint())) {
            throw new SourceChangedException(before.fingerprint());
        }
        if (unproven && !source.exists(key.category(), proof)) {
            throw new SourceFailedException("the dataset has no such category", null);
        }
        try {
            reading.read(sink);
        } catch (SourceFailedException e) {
            failIfTouched(before); // a file that is being replaced may read as broken
            throw e;
        }
        failIfTouched(before);
    }

    private void failIfTouched(Snapshot before) {
        Snapshot after = source.snapshot();
        if (!after.equals(before)) {
            throw new SourceChangedException(after.fingerprint());
        }
    }

    @Override
    public void cancel() {
        proof.cancel();
        reading.cancel();
    }
}
