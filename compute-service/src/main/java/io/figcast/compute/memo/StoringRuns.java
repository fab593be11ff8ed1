package io.figcast.compute.memo;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

import io.figcast.compute.slice.SliceKey;
import io.figcast.compute.slice.SliceLimits;
import io.figcast.compute.slice.SliceSource;
import io.figcast.compute.slice.port.Runs;
import io.figcast.compute.trace.Traces;
import io.opentelemetry.api.trace.SpanKind;

/** Runs that read a slice from its source and store its chunks as they fill, each on a worker thread. */
final class StoringRuns implements Runs {

    private final SliceSource source;
    private final RedisGateway redis;
    private final Duration lease;
    private final Executor workers;
    private final Traces traces;

    StoringRuns(SliceSource source, RedisGateway redis, Duration lease, Executor workers, Traces traces) {
        this.source = source;
        this.redis = redis;
        this.lease = lease;
        this.workers = workers;
        this.traces = traces;
    }

    @Override
    public Run start(SliceKey key, String version, SliceLimits limits) {
        RedisChunks store = new RedisChunks(redis, MemoKeys.of(key), version,
                limits.deadline().plus(lease.multipliedBy(2)));
        StoringRun run = new StoringRun(source.open(key), store, new ChunkWriter(store, limits.maxRows()), workers,
                new CompletableFuture<>());
        var unused = traces.step("query " + key.dataset(), SpanKind.CLIENT, () -> {
            workers.execute(run);
            return run.stored();
        });
        return run;
    }

    private record StoringRun(SliceSource.Reading reading, RedisChunks store, ChunkWriter writer, Executor workers,
            CompletableFuture<Stored> stored) implements Run, Runnable {

        @Override
        public void run() {
            try {
                reading.read(writer);
                stored.complete(writer.finish());
            } catch (RuntimeException | Error e) {
                discard();
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
            // A driver may open a connection for this and wait for it.
            workers.execute(reading::cancel);
        }

        @Override
        public void discard() {
            if (writer.chunks() > 0) {
                var unused = store.remove(writer.chunks());
            }
        }
    }
}
