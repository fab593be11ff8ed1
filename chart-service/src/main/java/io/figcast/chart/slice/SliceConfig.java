package io.figcast.chart.slice;

import java.util.Optional;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What reading slices may cost. */
@ConfigMapping(prefix = "figcast.slices")
public interface SliceConfig {

    /** How much of them is kept in memory, for zooming; a quarter of the heap by default. */
    Optional<MemorySize> maxBytes();

    /** The largest slice that is read at all; half of the heap by default. */
    Optional<MemorySize> maxSliceBytes();

    /** From how many rows on a slice is read and drawn by the workers for large ones. */
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

    default long cacheBytes() {
        return maxBytes().map(MemorySize::asLongValue).orElse(Runtime.getRuntime().maxMemory() / 4);
    }

    default long sliceBytes() {
        return maxSliceBytes().map(MemorySize::asLongValue).orElse(Runtime.getRuntime().maxMemory() / 2);
    }
}
