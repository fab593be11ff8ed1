package io.figcast.compute.memo;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.figcast.compute.slice.ColumnTypes;
import io.figcast.compute.slice.ReducedRows;
import io.figcast.compute.slice.SliceSource.ScanSink;
import io.figcast.compute.slice.SourceChangedException;
import io.figcast.compute.slice.SourceFailedException;
import io.figcast.compute.slice.port.Runs;
import io.figcast.compute.slice.port.Runs.Stored;
import io.figcast.compute.slice.port.ScanFailedException;

/**
 * Stores what one query gives of one or several slices, with a run for each. What goes wrong with one, be it its values, its
 * size or its chunks, ends that one's run; what goes wrong with the query ends all that have not ended. One thread hands rows.
 */
final class StoringScan implements ScanSink {

    /** Of one column of one slice, and of both columns of all that one scan reads. */
    private static final int MOST_LEFT = 64 * 1024;
    private static final int MOST_LEFT_TOGETHER = 32 * 1024 * 1024;

    private final List<Part> parts;
    private final long maxRows;
    private final int mostLeft;
    private final Runnable cancelQuery;
    private final ChunkWriter.Writes writes = new ChunkWriter.Writes();
    private final AtomicInteger wanted;
    private @Nullable Part current;
    private volatile boolean over;

    /** @param cancelQuery called when nothing more is wanted of it */
    StoringScan(List<Runs.Target> targets, Function<Runs.Target, ChunkWriter.Store> stores, long maxRows,
            Runnable cancelQuery) {
        this(targets, stores, maxRows, Math.min(MOST_LEFT, MOST_LEFT_TOGETHER / 2 / targets.size()), cancelQuery);
    }

    /** @param mostLeft up to how many bytes of a column the commit stores itself */
    StoringScan(List<Runs.Target> targets, Function<Runs.Target, ChunkWriter.Store> stores, long maxRows, int mostLeft,
            Runnable cancelQuery) {
        this.parts = targets.stream().map(target -> new Part(stores.apply(target))).toList();
        this.maxRows = maxRows;
        this.mostLeft = mostLeft;
        this.cancelQuery = cancelQuery;
        this.wanted = new AtomicInteger(parts.size());
    }

    List<Runs.Run> runs() {
        return List.copyOf(parts);
    }

    @Override
    public void columns(int slice, ColumnTypes types) {
        ChunkWriter writer = part(slice).writer;
        if (writer != null) {
            writer.columns(types);
        }
    }

    @Override
    public void row(int slice, double x, double y) {
        Part part = part(slice);
        if (part.writer != null) {
            try {
                part.writer.row(x, y);
            } catch (RuntimeException e) {
                part.fail(e);
            }
        }
    }

    @Override
    public void omit(int slice) {
        ChunkWriter writer = part(slice).writer;
        if (writer != null) {
            writer.omit();
        }
    }

    @Override
    public void reduced(int slice, ReducedRows rows) {
        Part part = part(slice);
        if (part.writer != null) {
            try {
                part.writer.reduced(rows);
            } catch (RuntimeException e) {
                part.fail(e);
            }
        }
    }

    @Override
    public void unfit(int slice, SourceFailedException why) {
        part(slice).fail(why);
    }

    /** All rows have come: a slice of which none did has none. */
    void end() {
        over = true;
        parts.forEach(Part::finish);
    }

    /** No more rows come. A change of the data concerns all the same; anything else says nothing of any one of several. */
    void fail(Throwable why) {
        over = true;
        Throwable told = why instanceof SourceChangedException || parts.size() == 1 ? why : new ScanFailedException(why);
        parts.forEach(part -> part.fail(told));
    }

    private Part part(int slice) {
        Part part = parts.get(slice);
        if (part != current) {
            if (current != null) {
                current.finish();
            }
            part.begin();
            current = part;
        }
        return part;
    }

    /** One of the slices. What is not said to come from any thread belongs to the thread that hands rows. */
    private final class Part implements Runs.Run {

        private final ChunkWriter.Store store;
        private final CompletableFuture<Stored> stored = new CompletableFuture<>();
        private final AtomicBoolean wantedNoMore = new AtomicBoolean();
        private volatile int chunks;
        private boolean begun;
        private boolean ended;
        private @Nullable ChunkWriter writer;

        Part(ChunkWriter.Store store) {
            this.store = store;
        }

        void begin() {
            if (begun) {
                throw new SourceFailedException("the rows of a category did not come together", null);
            }
            begun = true;
            if (!ended && !wantedNoMore.get()) {
                writer = new ChunkWriter(store, maxRows, writes, mostLeft);
            }
        }

        /** All its rows have come. */
        void finish() {
            if (ended) {
                return;
            }
            if (wantedNoMore.get()) {
                fail(new SourceFailedException("The run was cancelled", null));
                return;
            }
            ChunkWriter last = writer == null ? new ChunkWriter(store, maxRows, writes, mostLeft) : writer;
            try {
                CompletionStage<Stored> all = last.finish();
                chunks = last.chunks();
                ended = true;
                writer = null;
                var unused = all.whenComplete(this::complete);
            } catch (RuntimeException e) {
                fail(e);
            }
        }

        void fail(Throwable why) {
            if (!ended) {
                ended = true;
                if (writer != null) {
                    writer.end();
                    chunks = writer.chunks();
                    writer = null;
                }
                complete(null, why);
            }
        }

        private void complete(@Nullable Stored done, @Nullable Throwable error) {
            noMoreWanted();
            if (error == null) {
                stored.complete(done);
            } else {
                discard();
                stored.completeExceptionally(
                        error instanceof CompletionException && error.getCause() != null ? error.getCause() : error);
            }
        }

        private void noMoreWanted() {
            if (wantedNoMore.compareAndSet(false, true) && wanted.decrementAndGet() == 0 && !over) {
                cancelQuery.run();
            }
        }

        @Override
        public CompletionStage<Stored> outcome() {
            return stored;
        }

        /** From any thread. */
        @Override
        public void cancel() {
            noMoreWanted();
        }

        /** From any thread. */
        @Override
        public void discard() {
            if (chunks > 0) {
                var unused = store.remove(chunks);
            }
        }
    }
}
