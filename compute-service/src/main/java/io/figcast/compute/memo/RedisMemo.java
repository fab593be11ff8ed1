package io.figcast.compute.memo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.jspecify.annotations.Nullable;

import io.figcast.compute.slice.Failure;
import io.figcast.compute.slice.Manifest;
import io.figcast.compute.slice.SliceKey;
import io.figcast.compute.slice.port.Memo;
import io.figcast.compute.slice.port.MemoState;
import io.figcast.compute.slice.port.StateId;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

/** The memo in Redis: one script for each call. */
final class RedisMemo implements Memo {

    /** Whoever has read a manifest still finds its chunks for so long. */
    private static final Duration GRACE = Duration.ofSeconds(60);

    private final RedisCalls redis;

    RedisMemo(RedisCalls redis) {
        this.redis = redis;
    }

    @Override
    public CompletionStage<MemoState> look(SliceKey key) {
        return lease(key, "", StateId.NOTHING, Duration.ZERO);
    }

    @Override
    public CompletionStage<MemoState> lease(SliceKey key, String token, StateId expected, Duration lease) {
        MemoKeys keys = MemoKeys.of(key);
        return redis.script(Scripts.LOOK, List.of(keys.manifest(), keys.failure(), keys.lease()),
                List.of(token, expected.version() == null ? "" : expected.version(),
                        expected.failedAt() == null ? "" : WireTime.write(expected.failedAt()), millis(lease)),
                RedisMemo::look);
    }

    @Override
    public CompletionStage<Boolean> renew(SliceKey key, String token, Duration lease) {
        return redis.script(Scripts.RENEW, List.of(MemoKeys.of(key).lease()), List.of(token, millis(lease)),
                response -> response != null && response.toInteger() == 1);
    }

    @Override
    public CompletionStage<Commit> commit(SliceKey key, Manifest manifest, @Nullable Manifest replaced) {
        MemoKeys names = MemoKeys.of(key);
        List<String> keys = new ArrayList<>(List.of(names.manifest(), names.failure(), names.lease()));
        List<String> chunks = names.chunks(manifest);
        keys.addAll(chunks);
        keys.addAll(names.chunks(replaced));
        return redis.script(Scripts.COMMIT, keys,
                List.of(manifest.version(), MemoJson.write(manifest), millis(manifest.ttl()),
                        millis(manifest.ttl().plus(GRACE)), Integer.toString(chunks.size()), millis(GRACE)),
                response -> Commit.valueOf(String.valueOf(response)));
    }

    @Override
    public CompletionStage<Optional<MemoState>> fail(SliceKey key, String token, Failure failure, Duration remembered) {
        MemoKeys keys = MemoKeys.of(key);
        return redis.script(Scripts.FAIL, List.of(keys.manifest(), keys.failure(), keys.lease()),
                List.of(token, MemoJson.write(failure), millis(remembered)),
                response -> response == null ? Optional.empty() : Optional.of(look(response)));
    }

    @Override
    public CompletionStage<Void> release(SliceKey key, String token) {
        return redis.script(Scripts.RELEASE, List.of(MemoKeys.of(key).lease()), List.of(token), response -> true)
                .thenCompose(done -> CompletableFuture.completedStage(null));
    }

    @Override
    public CompletionStage<Void> forget(SliceKey key) {
        MemoKeys names = MemoKeys.of(key);
        return redis.call(Request.cmd(Command.GET).arg(names.manifest()), Optional::ofNullable).thenCompose(found -> {
            String text = found.map(Response::toString).orElse("");
            List<String> keys = new ArrayList<>(List.of(names.manifest(), names.failure()));
            keys.addAll(names.chunks(readable(text)));
            return redis.script(Scripts.FORGET, keys, List.of(text), response -> response != null && response.toInteger() == 1);
        }).thenCompose(done -> done ? CompletableFuture.completedStage(null) : forget(key));
    }

    private static MemoState look(@Nullable Response response) {
        if (response == null) {
            throw new IllegalArgumentException("no answer");
        }
        Response manifest = response.get(0);
        Response failure = response.get(2);
        boolean taken = response.get(5).toInteger() == 1;
        return new MemoState(
                manifest == null ? null
                        : new MemoState.Held(MemoJson.manifest(manifest.toString()),
                                Duration.ofMillis(response.get(1).toLong())),
                failure == null ? null
                        : new MemoState.Remembered(MemoJson.failure(failure.toString()),
                                Duration.ofMillis(response.get(3).toLong())),
                !taken && response.get(4).toInteger() == 1, taken);
    }

    private static @Nullable Manifest readable(String text) {
        try {
            return text.isEmpty() ? null : MemoJson.manifest(text);
        } catch (RuntimeException e) {
            return null;
        }
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
