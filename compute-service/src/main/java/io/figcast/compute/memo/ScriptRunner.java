package io.figcast.compute.memo;

import java.util.List;
import java.util.concurrent.CompletionStage;

import org.jspecify.annotations.Nullable;

import io.vertx.redis.client.Response;

/** Runs a script, which takes effect atomically or not at all. Fails as {@link RedisGateway} does. */
interface ScriptRunner {

    /** @param data further arguments */
    CompletionStage<@Nullable Response> run(String script, List<String> keys, List<String> arguments, List<byte[]> data);

    default CompletionStage<@Nullable Response> run(String script, List<String> keys, List<String> arguments) {
        return run(script, keys, arguments, List.of());
    }
}
