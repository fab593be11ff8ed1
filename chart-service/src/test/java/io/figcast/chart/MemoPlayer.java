package io.figcast.chart;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;

import io.figcast.chart.category.Axes;
import io.figcast.chart.category.CategoryRef;
import io.figcast.chart.encoding.Json;
import io.figcast.reduction.ReducedSlice;
import io.figcast.testing.KafkaAndRedis;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

/** Writes to Redis what compute-service would. */
public final class MemoPlayer implements AutoCloseable {

    public static final String FINGERPRINT = "5f0c";
    private static final int CHUNK_VALUES = 131_072;

    private final Vertx vertx = Vertx.vertx();
    private final Redis redis = Redis.createClient(vertx, "redis://" + KafkaAndRedis.redis().address());

    public void catalogue(String dataset, String fingerprint, String... categories) {
        JsonObject catalogue = new JsonObject().put("dataset", dataset).put("title", "Title of " + dataset)
                .put("xTitle", "width").put("yTitle", "height").put("order", 0).put("default", true)
                .put("defaultCategory", categories[0]).put("categories", new JsonArray(List.of(categories)))
                .put("fingerprint", fingerprint).put("updatedAt", Json.time(Instant.now()));
        set("figcast:1:catalogue:" + dataset, Buffer.buffer(catalogue.encode()), Duration.ofHours(8));
        send(Request.cmd(Command.SADD).arg("figcast:1:catalogues").arg(dataset));
    }

    public void rawCatalogue(String dataset, String json) {
        set("figcast:1:catalogue:" + dataset, Buffer.buffer(json), Duration.ofHours(8));
        send(Request.cmd(Command.SADD).arg("figcast:1:catalogues").arg(dataset));
    }

    /** A slice that is fresh for {@code fresh} and gone after {@code life}. */
    public JsonObject slice(CategoryRef ref, String version, double[] x, double[] y, Duration fresh, Duration life) {
        return slice(ref, version, x, y, fresh, life, new JsonObject());
    }

    /** The same of an hour, with x a column of times. */
    public JsonObject sliceOverTime(CategoryRef ref, String version, double[] x, double[] y) {
        Duration life = Duration.ofHours(1);
        return slice(ref, version, x, y, life, life, new JsonObject().put("xType", "time"));
    }

    private JsonObject slice(CategoryRef ref, String version, double[] x, double[] y, Duration fresh, Duration life,
            JsonObject types) {
        String id = ref.sliceId(FINGERPRINT);
        int chunks = (x.length + CHUNK_VALUES - 1) / CHUNK_VALUES;
        Instant now = Instant.now();
        JsonObject manifest = named(ref)
                .put("version", version).put("rows", x.length).put("omitted", 3).put("computedAt", Json.time(now))
                .put("staleAt", Json.time(now.plus(fresh))).put("expiresAt", Json.time(now.plus(life)))
                .put("computeMillis", 1234).put("chunkValues", CHUNK_VALUES).put("chunks", chunks)
                .put("checksum", "crc32c:" + checksum(x) + "-" + checksum(y))
                .mergeIn(types);
        for (int n = 0; n < chunks; n++) {
            set(chunkKey(ref, version, 'x', n), chunk(x, n), life.plusSeconds(60));
            set(chunkKey(ref, version, 'y', n), chunk(y, n), life.plusSeconds(60));
        }
        set("figcast:1:{" + id + "}:manifest", Buffer.buffer(manifest.encode()), life);
        return manifest;
    }

    /** A slice of an hour that was reduced where its rows are. */
    public JsonObject reducedSlice(CategoryRef ref, String version, ReducedSlice reduced) {
        byte[] points = reduced.points();
        byte[] bins = reduced.bins();
        Instant now = Instant.now();
        Instant end = now.plus(Duration.ofHours(1));
        JsonObject manifest = named(ref).put("version", version).put("rows", reduced.reduction().rows()).put("omitted", 3)
                .put("computedAt", Json.time(now)).put("staleAt", Json.time(end)).put("expiresAt", Json.time(end))
                .put("computeMillis", 1234).put("chunkValues", CHUNK_VALUES).put("chunks", 1)
                .put("checksum", "crc32c:" + checksum(points) + "-" + checksum(bins)).put("reduced", true);
        set(chunkKey(ref, version, 'x', 0), Buffer.buffer(points), Duration.ofHours(1));
        set(chunkKey(ref, version, 'y', 0), Buffer.buffer(bins), Duration.ofHours(1));
        set(manifestKey(ref), Buffer.buffer(manifest.encode()), Duration.ofHours(1));
        return manifest;
    }

    static JsonObject named(CategoryRef ref) {
        JsonObject named = new JsonObject().put("dataset", ref.dataset()).put("category", ref.category());
        Axes axes = ref.axes();
        return axes == null ? named : named.put("x", axes.x()).put("y", axes.y());
    }

    public static String chunkKey(CategoryRef ref, String version, char column, int n) {
        return "figcast:1:{" + ref.sliceId(FINGERPRINT) + "}:" + version + ":" + column + ":" + n;
    }

    public static String manifestKey(CategoryRef ref) {
        return "figcast:1:{" + ref.sliceId(FINGERPRINT) + "}:manifest";
    }

    public void set(String key, Buffer value, Duration life) {
        send(Request.cmd(Command.SET).arg(key).arg(value).arg("PX").arg(life.toMillis()));
    }

    public void delete(String... keys) {
        Request delete = Request.cmd(Command.DEL);
        Arrays.stream(keys).forEach(delete::arg);
        send(delete);
    }

    public void flush() {
        send(Request.cmd(Command.FLUSHALL));
    }

    /** How many commands of a kind Redis has answered so far, as its own statistics tell. */
    public long calls(String command) {
        String stats = send(Request.cmd(Command.INFO).arg("commandstats")).toString();
        return Arrays.stream(stats.split("\r\n", -1)).filter(line -> line.startsWith("cmdstat_" + command + ":"))
                .map(line -> line.replaceAll(".*calls=(\\d+).*", "$1")).mapToLong(Long::parseLong).sum();
    }

    /** How many bytes Redis has sent so far. */
    public long bytesRead() {
        return Arrays.stream(send(Request.cmd(Command.INFO).arg("stats")).toString().split("\r\n", -1))
                .filter(line -> line.startsWith("total_net_output_bytes:"))
                .mapToLong(line -> Long.parseLong(line.split(":")[1]))
                .sum();
    }

    private Response send(Request request) {
        try {
            return redis.send(request).toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Buffer chunk(double[] column, int n) {
        int from = n * CHUNK_VALUES;
        return Buffer.buffer(bytes(Arrays.copyOfRange(column, from, Math.min(column.length, from + CHUNK_VALUES))));
    }

    private static String checksum(double[] column) {
        return checksum(bytes(column));
    }

    private static String checksum(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }

    private static byte[] bytes(double[] column) {
        ByteBuffer bytes = ByteBuffer.allocate(column.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(column);
        return bytes.array();
    }

    public static String text(double[] column) {
        return Arrays.stream(column).mapToObj(Double::toString).collect(Collectors.joining(","));
    }

    @Override
    public void close() {
        redis.close();
        vertx.close();
    }
}
