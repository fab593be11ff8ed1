package io.figcast.compute.catalogue;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.figcast.compute.slice.SliceSource.Reading;
import io.figcast.compute.slice.SourceFailedException;
import io.figcast.compute.source.CategoryList;
import io.figcast.compute.source.Source;

/** A source whose answers a test sets. */
final class FakeSource implements Source {

    volatile String fingerprint = "aa";
    volatile List<String> categories = List.of("a");
    volatile String failure = "";
    volatile boolean truncated;
    volatile boolean changesUnseen = true;
    final AtomicInteger listed = new AtomicInteger();

    @Override
    public String fingerprint() {
        return fingerprint;
    }

    @Override
    public CategoryList categories() {
        listed.incrementAndGet();
        if (!failure.isEmpty()) {
            throw new SourceFailedException(failure, null);
        }
        return new CategoryList(categories, 0, truncated);
    }

    @Override
    public Reading open(String category) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean changesUnseen() {
        return changesUnseen;
    }
}
