package io.figcast.chart.slice.redis;

import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import io.figcast.chart.health.Dependencies;
import io.vertx.redis.client.Redis;

/** Values in memory in the place of Redis, of which each lives for an hour more. */
public final class MapRedis extends RedisGateway {

    private static final long LIFE_MILLIS = 3_600_000;

    private final Map<String, byte[]> values = new ConcurrentHashMap<>();
    private final AtomicInteger wholes = new AtomicInteger();
    private final Map<String, List<String>> sets = new ConcurrentHashMap<>();

    public MapRedis() {
        super(none(), () -> Duration.ofSeconds(3), new Dependencies(Clock.systemUTC()));
    }

    public void set(String key, byte[] value) {
        values.put(key, value);
    }

    public void deleteWhatContains(String part) {
        values.keySet().removeIf(key -> key.contains(part));
    }

    public void add(String key, String... members) {
        sets.put(key, List.of(members));
    }

    @Override
    public CompletableFuture<List<String>> members(String key) {
        return CompletableFuture.completedFuture(sets.getOrDefault(key, List.of()));
    }

    /** How often a value was read as a whole. */
    public int wholes() {
        return wholes.get();
    }

    @Override
    public CompletableFuture<Optional<ByteBuffer>> ending(String key, int bytes) {
        return CompletableFuture.completedFuture(Optional.ofNullable(values.get(key))
                .map(value -> ByteBuffer.wrap(value, Math.max(0, value.length - bytes), Math.min(bytes, value.length))));
    }

    @Override
    public CompletableFuture<byte[]> pieces(String key, int limit) {
        wholes.incrementAndGet();
        return CompletableFuture.completedFuture(values.getOrDefault(key, new byte[0]));
    }

    @Override
    public CompletableFuture<Optional<ByteBuffer>> value(String key, int limit) {
        wholes.incrementAndGet();
        return CompletableFuture.completedFuture(Optional.ofNullable(values.get(key)).map(ByteBuffer::wrap));
    }

    @Override
    public CompletableFuture<Optional<Remaining>> valueAndLife(String key, int limit) {
        return CompletableFuture
                .completedFuture(Optional.ofNullable(values.get(key)).map(value -> new Remaining(value, LIFE_MILLIS)));
    }

    private static Redis none() {
        return (Redis) Proxy.newProxyInstance(MapRedis.class.getClassLoader(), new Class<?>[] { Redis.class },
                (proxy, method, arguments) -> {
                    throw new UnsupportedOperationException(method.getName());
                });
    }
}
