package io.figcast.chart.slice;

import java.util.concurrent.CompletableFuture;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

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
    public CompletableFuture<SliceUse> use(String slice, Manifest manifest) {
        if (manifest.bytes() > config.sliceBytes()) {
            return CompletableFuture.failedFuture(new SliceTooLargeException(manifest.rows()));
        }
        return memory.use(new RowMemory.Key(slice, manifest.version()), manifest.bytes(), () -> {
            reads.increment();
            return CompletableFuture.supplyAsync(() -> reader.read(slice, manifest), workers.forRows(manifest.rows()));
        });
    }

    public void forget(String slice) {
        memory.forget(slice);
    }
}
