package io.figcast.compute.slice.computation;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

import io.figcast.compute.slice.Failure;
import io.figcast.compute.slice.Manifest;
import io.figcast.compute.slice.SliceKey;
import io.figcast.compute.slice.port.Memo;
import io.figcast.compute.slice.port.MemoState;
import io.figcast.compute.slice.port.MemoUnavailableException;
import io.figcast.compute.slice.port.StateId;

/** The memo behind a network that delays, loses calls, loses replies, and delivers calls after their time-out. */
final class SimMemo implements Memo {

    /** So long one look may be on its way, and a slice may go stale meanwhile. */
    static final Duration TIMEOUT = Duration.ofSeconds(3);

    private final SimWorld world;
    private final SimRedis redis;
    private final double trouble;

    SimMemo(SimWorld world, SimRedis redis, double trouble) {
        this.world = world;
        this.redis = redis;
        this.trouble = trouble;
    }

    @Override
    public CompletionStage<MemoState> look(SliceKey key) {
        return call(() -> redis.look(key));
    }

    @Override
    public CompletionStage<MemoState> lease(SliceKey key, String token, StateId expected, Duration lease) {
        return call(() -> redis.lease(key, token, expected, lease));
    }

    @Override
    public CompletionStage<Boolean> renew(SliceKey key, String token, Duration lease) {
        return call(() -> redis.renew(key, token, lease));
    }

    @Override
    public CompletionStage<Commit> commit(SliceKey key, Manifest manifest, Manifest replaced) {
        return call(() -> redis.commit(key, manifest));
    }

    @Override
    public CompletionStage<Optional<MemoState>> fail(SliceKey key, String token, Failure failure, Duration remembered) {
        return call(() -> redis.fail(key, token, failure, remembered));
    }

    @Override
    public CompletionStage<Void> release(SliceKey key, String token) {
        return call(() -> {
            redis.release(key, token);
            return null;
        });
    }

    @Override
    public CompletionStage<Void> forget(SliceKey key) {
        return call(() -> {
            redis.forget(key);
            return null;
        });
    }

    private <T> CompletionStage<T> call(Supplier<T> script) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Duration there = world.between(0, 2);
        Duration back = world.between(0, 2);
        boolean replyLost = false;
        boolean callLost = false;
        if (world.chance(trouble)) {
            switch (world.random.nextInt(4)) {
                case 0 -> callLost = true;
                case 1 -> replyLost = true;
                case 2 -> back = world.between(0, 2_900);
                default -> there = world.between(0, 12_000);
            }
        }
        boolean answers = !replyLost;
        Duration returning = back;
        if (!callLost) {
            world.after(there, () -> {
                if (!redis.away) {
                    T result = script.get();
                    if (answers) {
                        world.after(returning, () -> answer.complete(result));
                    }
                }
            });
        }
        world.after(TIMEOUT, () -> answer.completeExceptionally(new MemoUnavailableException("no answer", null)));
        return answer;
    }
}
