package io.figcast.chart.slice;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32C;

import io.figcast.chart.category.CategoryRef;
import io.figcast.chart.encoding.Json;
import io.figcast.chart.slice.redis.MapRedis;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.json.JsonObject;

/** A memo in memory, read by what reads Redis, with one worker. */
public final class TestMemo {

    public static final String FINGERPRINT = "5f0c";

    private final MapRedis redis = new MapRedis();
    private final SliceReader reader;
    private final Workers workers;
    private final Slices slices;

    public TestMemo(long memoryBytes, MeterRegistry meters) {
        SliceConfig config = new OneWorker(memoryBytes);
        reader = new SliceReader(redis, config);
        workers = new Workers(config);
        slices = new Slices(reader, workers, config, meters);
    }

    public SliceReader reader() {
        return reader;
    }

    public Workers workers() {
        return workers;
    }

    public Slices slices() {
        return slices;
    }

    public void close() {
        workers.stop();
    }

    public void put(CategoryRef ref, String version, double... column) {
        String id = ref.sliceId(FINGERPRINT);
        ByteBuffer bytes = ByteBuffer.allocate(column.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(column);
        CRC32C crc = new CRC32C();
        crc.update(bytes.array());
        String checksum = HexFormat.of().toHexDigits((int) crc.getValue());
        redis.set(SliceReader.chunkKey(id, version, 'x', 0), bytes.array());
        redis.set(SliceReader.chunkKey(id, version, 'y', 0), bytes.array());
        Instant now = Instant.now();
        redis.set(SliceReader.manifestKey(id), new JsonObject().put("dataset", ref.dataset())
                .put("category", ref.category()).put("version", version).put("rows", column.length)
                .put("computedAt", Json.time(now)).put("staleAt", Json.time(now.plusSeconds(1_800)))
                .put("expiresAt", Json.time(now.plusSeconds(3_600))).put("chunkValues", column.length).put("chunks", 1)
                .put("checksum", "crc32c:" + checksum + "-" + checksum).encode().getBytes(StandardCharsets.UTF_8));
    }

    /** Loses the rows of a version, in memory and in the memo; its manifest stays. */
    public void loseRows(CategoryRef ref, String version) {
        slices.forget(ref.sliceId(FINGERPRINT));
        redis.deleteWhatContains(":" + version + ":");
    }

    private record OneWorker(long memoryBytes) implements SliceConfig {

        @Override
        public Optional<MemorySize> maxBytes() {
            return Optional.empty();
        }

        @Override
        public Optional<MemorySize> maxSliceBytes() {
            return Optional.empty();
        }

        @Override
        public Duration roomPatience() {
            return Duration.ofMillis(50);
        }

        @Override
        public int largeFromRows() {
            return 1_000;
        }

        @Override
        public int workers() {
            return 1;
        }

        @Override
        public int largeWorkers() {
            return 1;
        }

        @Override
        public int maxWaiting() {
            return 10;
        }

        @Override
        public int chunksAhead() {
            return 2;
        }
    }
}
