package io.figcast.compute.memo;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.figcast.compute.slice.SliceKey;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;

/** Chunks in Redis, with a short life of their own until a commit prolongs it: a crashed run leaves nothing for long. */
final class RedisChunks implements ChunkStore {

    private final RedisCalls redis;
    private final Duration life;

    RedisChunks(RedisCalls redis, Duration life) {
        this.redis = redis;
        this.life = life;
    }

    @Override
    public CompletionStage<Void> put(SliceKey key, String version, char column, int n, byte[] bytes) {
        return redis.call(Request.cmd(Command.SET).arg(MemoKeys.of(key).chunk(version, column, n)).arg(bytes).arg("PX")
                .arg(life.toMillis()), response -> true).thenCompose(done -> CompletableFuture.completedStage(null));
    }
}
