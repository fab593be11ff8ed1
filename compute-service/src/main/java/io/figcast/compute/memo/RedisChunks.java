package io.figcast.compute.memo;

import java.time.Duration;
import java.util.concurrent.CompletionStage;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;

/** The chunks of one run in Redis, with a short life until a commit prolongs it: a crashed run leaves nothing for long. */
record RedisChunks(RedisGateway redis, MemoKeys keys, String version, Duration life) implements ChunkWriter.Store {

    @Override
    public CompletionStage<?> put(char column, int n, byte[] bytes) {
        return redis.call(Request.cmd(Command.SET).arg(keys.chunk(version, column, n)).arg(bytes).arg("PX")
                .arg(life.toMillis()));
    }

    @Override
    public CompletionStage<?> remove(int chunks) {
        Request request = Request.cmd(Command.UNLINK);
        keys.chunks(version, chunks).forEach(request::arg);
        return redis.call(request);
    }
}
