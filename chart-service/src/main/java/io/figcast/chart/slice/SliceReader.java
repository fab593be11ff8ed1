package io.figcast.chart.slice;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.zip.CRC32C;

import jakarta.enterprise.context.ApplicationScoped;

import io.figcast.chart.category.CategoryRef;
import io.figcast.chart.slice.redis.RedisAwayException;
import io.figcast.chart.slice.redis.RedisGateway;
import io.figcast.reduction.ReducedSlice;
import io.quarkus.logging.Log;

/** Reads manifests and slices from the memo. A part that is missing or wrong makes the whole a miss. */
@ApplicationScoped
public class SliceReader {

    private static final int MAX_MANIFEST_BYTES = 64 * 1024;

    /**
     * A manifest as it was found.
     *
     * @param manifest what it says
     * @param lifeMillis how much longer Redis keeps it
     * @param readAtNanos when it was asked for, on this machine's own clock
     */
    public record Found(Manifest manifest, long lifeMillis, long readAtNanos) {
    }

    private final RedisGateway memo;
    private final SliceConfig config;

    SliceReader(RedisGateway memo, SliceConfig config) {
        this.memo = memo;
        this.config = config;
    }

    /** Fails with {@link io.figcast.chart.slice.redis.RedisAwayException} if Redis does not answer. */
    public CompletableFuture<Optional<Found>> manifest(String id, CategoryRef ref) {
        if (memo.isAway()) {
            // Known from other commands: nobody has to wait for one more time-out. The catalogues' poll notices its return.
            return CompletableFuture.failedFuture(new RedisAwayException("Redis does not answer"));
        }
        long readAt = System.nanoTime();
        return memo.valueAndLife(manifestKey(id), MAX_MANIFEST_BYTES).thenApply(
                value -> value.flatMap(v -> manifest(ref, v).map(manifest -> new Found(manifest, v.millis(), readAt))));
    }

    private static Optional<Manifest> manifest(CategoryRef ref, RedisGateway.Remaining value) {
        try {
            Manifest manifest = ManifestDecoder.decode(value.value());
            return Optional.of(manifest).filter(m -> m.ref().equals(ref) && value.millis() > 0);
        } catch (IllegalArgumentException e) {
            Log.warnf("Ignoring a manifest that cannot be read dataset=%s cause=%s", ref.dataset(), e.getMessage());
            return Optional.empty();
        }
    }

    /**
     * Both columns, or what stands for them. Blocks until they are there, so call it on a worker.
     *
     * @throws SliceBrokenException if it is not whole
     */
    Slice read(String id, Manifest manifest) {
        return manifest.reduced() ? readReduced(id, manifest) : readRows(id, manifest);
    }

    private Slice readReduced(String id, Manifest manifest) {
        ByteBuffer points = part(id, manifest, 'x');
        ByteBuffer bins = part(id, manifest, 'y');
        if (!("crc32c:" + checksum(points) + "-" + checksum(bins)).equals(manifest.checksum())) {
            throw new SliceBrokenException("the reduced slice differs from its checksum");
        }
        try {
            return new Slice(new double[0], new double[0], manifest.xType(), manifest.yType(), ReducedSlice.of(points, bins));
        } catch (IllegalArgumentException e) {
            throw new SliceBrokenException(String.valueOf(e.getMessage()));
        }
    }

    private ByteBuffer part(String id, Manifest manifest, char part) {
        return ColumnReader.arrived(memo.value(chunkKey(id, manifest.version(), part, 0), ReducedSlice.MOST_BYTES));
    }

    private static String checksum(ByteBuffer bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes.duplicate());
        return HexFormat.of().toHexDigits((int) checksum.getValue());
    }

    private Slice readRows(String id, Manifest manifest) {
        double[] x = new double[manifest.rows()];
        double[] y = new double[manifest.rows()];
        String checksum = "crc32c:" + column(id, manifest, 'x').readInto(x) + "-" + column(id, manifest, 'y').readInto(y);
        if (!checksum.equals(manifest.checksum()) || !finite(x) || !finite(y)) {
            throw new SliceBrokenException("the columns differ from their checksum");
        }
        return new Slice(x, y, manifest.xType(), manifest.yType());
    }

    private ColumnReader column(String id, Manifest manifest, char column) {
        return new ColumnReader(manifest,
                n -> memo.value(chunkKey(id, manifest.version(), column, n), manifest.chunkValues() * Double.BYTES),
                config.chunksAhead());
    }

    /** The id stands in braces, so that a cluster keeps a slice's keys on one node. */
    static String manifestKey(String id) {
        return "figcast:1:{" + id + "}:manifest";
    }

    static String chunkKey(String id, String version, char column, int n) {
        return "figcast:1:{" + id + "}:" + version + ":" + column + ":" + n;
    }

    private static boolean finite(double[] column) {
        return Arrays.stream(column).allMatch(Double::isFinite);
    }
}
