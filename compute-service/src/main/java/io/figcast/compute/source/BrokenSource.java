package io.figcast.compute.source;

import org.jspecify.annotations.Nullable;

import io.figcast.compute.slice.Axes;
import io.figcast.compute.slice.RowSink;
import io.figcast.compute.slice.SliceSource.Reading;
import io.figcast.compute.slice.SourceFailedException;

/**
 * The source of a dataset whose definition cannot be used: every use says why.
 *
 * @param message what is wrong
 */
public record BrokenSource(String message) implements Source {

    @Override
    public Snapshot snapshot() {
        return Fingerprint.of("broken").text(message).snapshot();
    }

    @Override
    public CategoryList categories(RunningQuery query) {
        throw new SourceFailedException(message, null);
    }

    @Override
    public boolean exists(String category, RunningQuery query) {
        throw new SourceFailedException(message, null);
    }

    @Override
    public Reading open(String category, @Nullable Axes axes) {
        return new Reading() {

            @Override
            public void read(RowSink sink) {
                throw new SourceFailedException(message, null);
            }

            @Override
            public void cancel() {
            }
        };
    }

    @Override
    public boolean changesUnseen() {
        return false;
    }
}
