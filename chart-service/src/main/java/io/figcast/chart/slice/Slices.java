package io.figcast.chart.slice;

import java.util.concurrent.CompletableFuture;

import jakarta.inject.Singleton;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** The slices that are kept in memory, bounded by their bytes; each version is read once however many ask. */
@Singleton
public class Slices {

    private record Key(String id, String version) {
    }

    private final SliceReader reader;
    private final Lanes lanes;
    private final Counter reads;
    private final AsyncCache<Key, Slice> cache;

    Slices(SliceReader reader, Lanes lanes, SliceConfig config, MeterRegistry meters) {
        this.reader = reader;
        this.lanes = lanes;
        this.reads = meters.counter("figcast.slice.reads");
        this.cache = Caffeine.newBuilder().maximumWeight(config.cacheBytes() / 1024)
                .weigher((Key key, Slice slice) -> 1 + slice.rows() / (1024 / 16)).buildAsync();
        meters.gauge("figcast.slices.cached.bytes", cache, c -> weight(c) * 1024.0);
    }

    public CompletableFuture<Slice> slice(String id, Manifest manifest) {
        return cache.get(new Key(id, manifest.version()), (key, executor) -> {
            reads.increment();
            return CompletableFuture.supplyAsync(() -> reader.read(id, manifest), lanes.laneFor(manifest.rows()));
        });
    }

    public void forget(String id) {
        cache.asMap().keySet().removeIf(key -> key.id().equals(id));
    }

    private static long weight(AsyncCache<Key, Slice> cache) {
        return cache.synchronous().policy().eviction().flatMap(e -> e.weightedSize().stream().boxed().findFirst()).orElse(0L);
    }
}
