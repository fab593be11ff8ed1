package io.figcast.compute.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

import io.figcast.compute.slice.Axes;
import io.figcast.compute.slice.SliceSource.Reading;
import io.figcast.compute.slice.SourceFailedException;
import io.figcast.compute.source.CategoryList;
import io.figcast.compute.source.Description;
import io.figcast.compute.source.RunningQuery;
import io.figcast.compute.source.Snapshot;
import io.figcast.compute.source.Source;

/** A source whose answers a test sets. */
final class FakeSource implements Source {

    volatile String fingerprint = "aa";
    volatile List<String> categories = List.of("a");
    volatile List<Long> rows = List.of();
    volatile double progress;
    volatile String stamp = "";
    volatile RunningQuery query = new RunningQuery();
    volatile List<String> existing = List.of();
    volatile Runnable whileListing = () -> {
    };
    final List<String> asked = new CopyOnWriteArrayList<>();
    volatile String failure = "";
    volatile boolean truncated;
    volatile boolean unreadable;
    volatile boolean changesUnseen = true;
    volatile boolean scansBeforeItHands;
    final AtomicInteger looks = new AtomicInteger();
    final AtomicInteger listed = new AtomicInteger();

    @Override
    public Snapshot snapshot() {
        looks.incrementAndGet();
        if (unreadable) {
            throw new SourceFailedException("the file is away", null);
        }
        return new Snapshot(fingerprint, stamp);
    }

    @Override
    public CategoryList categories(RunningQuery query) {
        listed.incrementAndGet();
        this.query = query;
        whileListing.run();
        if (!failure.isEmpty()) {
            throw new SourceFailedException(failure, null);
        }
        return new CategoryList(categories, rows, 0,
                truncated ? Optional.of("figcast.catalogue.max-categories") : Optional.empty(), Description.NONE);
    }

    @Override
    public double progress() {
        return progress;
    }

    @Override
    public boolean exists(String category, RunningQuery query) {
        asked.add(category);
        if (!failure.isEmpty()) {
            throw new SourceFailedException(failure, null);
        }
        return existing.contains(category);
    }

    @Override
    public Reading open(String category, @Nullable Axes axes) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean scansBeforeItHands() {
        return scansBeforeItHands;
    }

    @Override
    public boolean changesUnseen() {
        return changesUnseen;
    }
}
