package io.figcast.compute.memo;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.figcast.compute.health.Dependency;
import io.figcast.compute.slice.port.MemoRefusedException;
import io.figcast.compute.slice.port.MemoUnavailableException;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.impl.types.ErrorType;

/**
 * The one way to Redis. Each call ends within the time-out: with an answer, {@link MemoUnavailableException} (away, or unable
 * for now) or {@link MemoRefusedException} (it refuses).
 */
public final class RedisGateway implements ScriptRunner {

    /**
     * Answers of a Redis that starts, fails over or is busy, where older ones report a script's error in the middle; and what
     * the client puts in the place of an answer when the connection ends.
     */
    private static final Pattern LATER = Pattern
            .compile(
                    "\\b(CONNECTION_CLOSED|LOADING|READONLY|CLUSTERDOWN|MASTERDOWN|TRYAGAIN|MOVED|ASK|BUSY|NOREPLICAS|UNBLOCKED)\\b");

    private final Redis redis;
    private final Duration timeout;
    private final Dependency dependency;

    public RedisGateway(Redis redis, Duration timeout, Dependency dependency) {
        this.redis = redis;
        this.timeout = timeout;
        this.dependency = dependency;
    }

    public CompletionStage<@Nullable Response> call(Request request) {
        CompletableFuture<@Nullable Response> answer = new CompletableFuture<>();
        redis.send(request).onComplete(answer::complete, answer::completeExceptionally);
        // The client has no time-out of its own: it would wait for a hung server forever.
        return answer.orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS).handle((response, error) -> {
            if (error != null) {
                throw failed(error);
            }
            dependency.answered();
            return response;
        });
    }

    @Override
    public CompletionStage<@Nullable Response> run(String script, List<String> keys, List<String> arguments,
            List<byte[]> data) {
        Request request = Request.cmd(Command.EVAL).arg(script).arg(keys.size());
        keys.forEach(request::arg);
        arguments.forEach(request::arg);
        data.forEach(request::arg);
        return call(request);
    }

    private RuntimeException failed(Throwable error) {
        Throwable cause = error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
        String message = String.valueOf(cause.getMessage());
        if (cause instanceof ErrorType && !LATER.matcher(message).find()) {
            dependency.answered();
            return new MemoRefusedException("Redis refuses: " + message, cause);
        }
        dependency.away(cause.getClass().getSimpleName() + ": " + message);
        return new MemoUnavailableException(message, cause);
    }
}
