package io.figcast.compute.memo;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

import io.figcast.compute.slice.ColumnTypes;
import io.figcast.compute.slice.ReducedRows;
import io.figcast.compute.slice.RowSink;
import io.figcast.compute.slice.SliceKey;
import io.figcast.compute.slice.SliceLimits;
import io.figcast.compute.slice.SliceSource;
import io.figcast.compute.slice.port.Runs;
import io.figcast.compute.trace.Traces;
import io.opentelemetry.api.trace.SpanKind;

/** Runs that read slices from their source and store their chunks as they fill, each scan on a worker thread. */
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
    public List<Run> start(List<Target> targets, SliceLimits limits) {
        SliceSource.Scan scan = scan(targets.stream().map(Target::key).toList());
        Duration life = limits.deadline().plus(lease.multipliedBy(2));
        // A driver may open a connection to cancel, and wait for it.
        StoringScan storing = new StoringScan(targets,
                target -> new RedisChunks(redis, MemoKeys.of(target.key()), target.version(), life),
                limits.maxRows(), () -> workers.execute(scan::cancel));
        var unused = traces.step("query " + targets.get(0).key().dataset(), SpanKind.CLIENT, () -> {
            CompletableFuture<Boolean> read = new CompletableFuture<>();
            workers.execute(() -> read(scan, storing, read));
            return read;
        });
        return storing.runs();
    }

    private static void read(SliceSource.Scan scan, StoringScan storing, CompletableFuture<Boolean> read) {
        try {
            scan.read(storing);
            storing.end();
            read.complete(true);
        } catch (RuntimeException | Error e) {
            storing.fail(e);
            read.completeExceptionally(e);
        }
    }

    @Override
    public double share(SliceKey key) {
        return source.share(key);
    }

    private SliceSource.Scan scan(List<SliceKey> keys) {
        return keys.size() == 1 ? new ScanOfOne(source.open(keys.get(0))) : source.scan(keys);
    }

    /** A slice that is read on its own. */
    private record ScanOfOne(SliceSource.Reading reading) implements SliceSource.Scan {

        @Override
        public void read(SliceSource.ScanSink sink) {
            reading.read(new RowSink() {

                @Override
                public void columns(ColumnTypes types) {
                    sink.columns(0, types);
                }

                @Override
                public void row(double x, double y) {
                    sink.row(0, x, y);
                }

                @Override
                public void omit() {
                    sink.omit(0);
                }

                @Override
                public void reduced(ReducedRows rows) {
                    sink.reduced(0, rows);
                }
            });
        }

        @Override
        public void cancel() {
            reading.cancel();
        }
    }
}
