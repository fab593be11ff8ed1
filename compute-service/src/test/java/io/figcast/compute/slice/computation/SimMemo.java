package io.figcast.compute.slice.computation;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.figcast.compute.memo.SimulatedMemo;
import io.figcast.compute.memo.SimulatedMemo.Script;
import io.figcast.compute.slice.port.Memo;
import io.figcast.compute.slice.port.MemoUnavailableException;
import io.vertx.redis.client.Response;

/** The network between a replica and Redis: calls and answers are delayed, lost, and carried out long after the time-out. */
final class SimMemo {

    /** An answer may be as old as this: a slice may go stale meanwhile. */
    static final Duration TIMEOUT = Duration.ofSeconds(3);

    private static final Duration SLOW = Duration.ofSeconds(1);

    private final SimWorld world;
    private final SimRedis redis;
    private final Referee referee;
    private final double trouble;

    SimMemo(SimWorld world, SimRedis redis, Referee referee, double trouble) {
        this.world = world;
        this.redis = redis;
        this.referee = referee;
        this.trouble = trouble;
    }

    Memo memo() {
        return SimulatedMemo.over(this::send);
    }

    private CompletionStage<Response> send(Script script) {
        CompletableFuture<Response> answer = new CompletableFuture<>();
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
        if (script.isRenewal()) {
            referee.renewal(script.arguments().get(0), !callLost && there.compareTo(SLOW) < 0 && !redis.away);
        }
        boolean answers = !replyLost;
        Duration returning = back;
        if (!callLost) {
            world.after(there, () -> {
                if (!redis.away) {
                    Response result = redis.run(script);
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
