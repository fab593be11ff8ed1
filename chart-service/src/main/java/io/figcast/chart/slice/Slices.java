package io.figcast.chart.slice;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.figcast.chart.category.CategoryRef;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.instrumentation.annotations.WithSpan;

/** The slices in memory; each version is read once however many ask, and all of them together are bounded by their bytes. */
@Singleton
public class Slices {

    private final SliceReader reader;
    private final Workers workers;
    private final SliceConfig config;
    private final Counter reads;
    private final RowMemory memory;

    @Inject
    Slices(SliceReader reader, Workers workers, SliceConfig config, MeterRegistry meters) {
        this.reader = reader;
        this.workers = workers;
        this.config = config;
        this.reads = meters.counter("figcast.slice.reads");
        this.memory = new RowMemory(config.memoryBytes(), config.maxWaiting(), config.roomPatience());
        meters.gauge("figcast.slices.cached.bytes", memory, RowMemory::bytes);
    }

    /**
     * The rows, to be closed after use. Fails with {@link SliceBrokenException}, {@link SliceTooLargeException},
     * {@link NoRoomException}, {@link RedisAwayException} or {@link java.util.concurrent.RejectedExecutionException}.
     */
    @WithSpan(value = "read slice", kind = SpanKind.CLIENT)
    public CompletableFuture<Use> use(String slice, Manifest manifest) {
        if (manifest.bytes() > config.sliceBytes()) {
            return CompletableFuture.failedFuture(new SliceTooLargeException(manifest.rows()));
        }
        return memory.use(new RowMemory.Key(slice, manifest.version()), manifest.bytes(), () -> {
            reads.increment();
            return CompletableFuture.supplyAsync(() -> reader.read(slice, manifest), workers.forRows(manifest.rowsToRead()));
        });
    }

    /** What the memo says of a slice. Fails with {@link RedisAwayException}. */
    public CompletableFuture<Optional<Manifest>> manifest(String slice, CategoryRef ref) {
        return reader.manifest(slice, ref).thenApply(found -> found.map(SliceReader.Found::manifest));
    }

    public void forget(String slice) {
        memory.forget(slice);
    }

    /** The rows of a slice for as long as somebody needs them: they count as used memory until this is closed. */
    public static final class Use implements AutoCloseable {

        private final Slice slice;
        private final Runnable release;
        private final AtomicBoolean closed = new AtomicBoolean();

        Use(Slice slice, Runnable release) {
            this.slice = slice;
            this.release = release;
        }

        public Slice slice() {
            return slice;
        }

        @Override
        public void close() {
            if (closed.compareAndSet(false, true)) {
                release.run();
            }
        }
    }
}
