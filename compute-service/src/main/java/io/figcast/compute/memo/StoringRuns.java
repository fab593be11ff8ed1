package io.figcast.compute.memo;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

import io.figcast.compute.slice.SliceKey;
import io.figcast.compute.slice.SliceLimits;
import io.figcast.compute.slice.SliceSource;
import io.figcast.compute.slice.port.Runs;

/** Runs that read a slice from its source and store its chunks as they fill, each on a worker thread. */
final class StoringRuns implements Runs {

    private final SliceSource source;
    private final ChunkStore store;
    private final Executor workers;

    StoringRuns(SliceSource source, ChunkStore store, Executor workers) {
        this.source = source;
        this.store = store;
        this.workers = workers;
    }

    @Override
    public Run start(SliceKey key, String version, SliceLimits terms) {
        StoringRun run = new StoringRun(source.open(key), new ChunkWriter(store, key, version, terms.maxRows()));
        workers.execute(run);
        return run;
    }

    private record StoringRun(SliceSource.Reading reading, ChunkWriter writer, CompletableFuture<Stored> stored)
            implements
                Run,
                Runnable {

        private StoringRun(SliceSource.Reading reading, ChunkWriter writer) {
            this(reading, writer, new CompletableFuture<>());
        }

        @Override
        public void run() {
            try {
                reading.read(writer);
                stored.complete(writer.finish());
            } catch (RuntimeException | Error e) {
                stored.completeExceptionally(e);
            }
        }

        @Override
        public CompletionStage<Stored> outcome() {
            return stored;
        }

        @Override
        public void cancel() {
            writer.cancel();
            reading.cancel();
        }
    }
}
