package io.figcast.chart.slice;

import java.time.Duration;
import java.util.Optional;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What reading slices may cost. */
@ConfigMapping(prefix = "figcast.slices")
public interface SliceConfig {

    /** How much of them may be in memory: read, drawn, downloaded and kept for zooming; half of the heap by default. */
    Optional<MemorySize> maxBytes();

    /** The largest slice that is read; by default as large as all together may be. */
    Optional<MemorySize> maxSliceBytes();

    /** How long a slice waits for the memory of others. */
    @WithDefault("20s")
    Duration roomPatience();

    /** How many rows a slice needs for the workers for large ones to read and draw it. */
    @WithDefault("200000")
    int largeFromRows();

    /** Workers that read and draw small slices. */
    @WithDefault("4")
    int workers();

    /** Workers that read and draw large ones. */
    @WithDefault("1")
    int largeWorkers();

    /** How many slices may wait for a worker. */
    @WithDefault("10000")
    int maxWaiting();

    /** How many chunks are asked for before the first has arrived. */
    @WithDefault("8")
    int chunksAhead();

    default long memoryBytes() {
        return maxBytes().map(MemorySize::asLongValue).orElse(Runtime.getRuntime().maxMemory() / 2);
    }

    default long sliceBytes() {
        return Math.min(memoryBytes(), maxSliceBytes().map(MemorySize::asLongValue).orElse(Long.MAX_VALUE));
    }
}
