package io.figcast.chart.slice.redis;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.figcast.chart.health.Dependencies;
import io.figcast.chart.health.Dependency;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.impl.types.ErrorType;

/**
 * Commands to Redis that always end: answered, or with {@link RedisAwayException} after the time-out (the client itself has
 * none). Values are read with a limit, so that whatever lies under a key costs bounded memory.
 */
@ApplicationScoped
public class RedisGateway {

    /** A value and how much longer Redis keeps it. */
    public record Remaining(byte[] value, long millis) {
    }

    private static final int PIECE = 1 << 20;

    private final Redis redis;
    private final RedisConfig config;
    private final Dependency health;

    RedisGateway(Redis redis, RedisConfig config, Dependencies dependencies) {
        this.redis = redis;
        this.config = config;
        this.health = dependencies.memo();
    }

    public boolean isAway() {
        return health.isAway();
    }

    /** At most {@code limit} + 1 bytes of the value; empty if there is none. */
    public CompletableFuture<Optional<ByteBuffer>> value(String key, int limit) {
        return ended(redis.send(getRange(key, limit))).thenApply(r -> Optional.of(bytes(r)).filter(ByteBuffer::hasRemaining));
    }

    /** The last {@code bytes} of a value; empty if there is none. */
    public CompletableFuture<Optional<ByteBuffer>> ending(String key, int bytes) {
        return ended(redis.send(Request.cmd(Command.GETRANGE).arg(key).arg(-bytes).arg(-1)))
                .thenApply(r -> Optional.of(bytes(r)).filter(ByteBuffer::hasRemaining));
    }

    /** At most {@code limit} + 1 bytes of a value, piece by piece: a long one holds nobody up, but may change meanwhile. */
    public CompletableFuture<byte[]> pieces(String key, int limit) {
        return pieces(key, new byte[0], limit + 1);
    }

    private CompletableFuture<byte[]> pieces(String key, byte[] before, int most) {
        int end = Math.min(most, before.length + PIECE);
        return ended(redis.send(Request.cmd(Command.GETRANGE).arg(key).arg(before.length).arg(end - 1)))
                .thenCompose(response -> {
                    ByteBuffer piece = bytes(response);
                    int length = before.length + piece.remaining();
                    byte[] more = Arrays.copyOf(before, length);
                    piece.get(more, before.length, piece.remaining());
                    return length < end || length == most ? CompletableFuture.completedFuture(more) : pieces(key, more, most);
                });
    }

    /** The value with the rest of its life. The life is asked for first: of two states it then belongs to the older. */
    public CompletableFuture<Optional<Remaining>> valueAndLife(String key, int limit) {
        return ended(redis.batch(List.of(Request.cmd(Command.PTTL).arg(key), getRange(key, limit)))).thenApply(r -> {
            ByteBuffer value = bytes(r.get(1));
            if (!value.hasRemaining()) {
                return Optional.empty();
            }
            byte[] copy = new byte[value.remaining()];
            value.get(copy);
            return Optional.of(new Remaining(copy, r.get(0).toLong()));
        });
    }

    public CompletableFuture<List<String>> members(String key) {
        return ended(redis.send(Request.cmd(Command.SMEMBERS).arg(key))).thenApply(response -> {
            List<String> members = new ArrayList<>();
            if (response != null) {
                response.forEach(member -> members.add(member.toString()));
            }
            return members;
        });
    }

    private static Request getRange(String key, int limit) {
        return Request.cmd(Command.GETRANGE).arg(key).arg(0).arg(limit);
    }

    private static ByteBuffer bytes(@Nullable Response response) {
        Buffer buffer = response == null ? null : response.toBuffer();
        return buffer == null ? ByteBuffer.allocate(0) : buffer.getByteBuf().nioBuffer();
    }

    private <T> CompletableFuture<T> ended(Future<T> command) {
        return command.toCompletionStage().toCompletableFuture().orTimeout(config.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((answer, failure) -> {
                    if (failure == null || isAboutTheKey(failure)) {
                        health.answered();
                    } else {
                        health.failed(failure);
                    }
                }).exceptionally(failure -> {
                    throw isAboutTheKey(failure) ? new IllegalArgumentException("the key holds something else", failure)
                            : new RedisAwayException(failure);
                });
    }

    private static boolean isAboutTheKey(Throwable failure) {
        Throwable cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof ErrorType error && error.is("WRONGTYPE");
    }
}
