package io.figcast.compute.slice.computation;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.figcast.compute.slice.ColumnTypes;
import io.figcast.compute.slice.SliceKey;
import io.figcast.compute.slice.SliceLimits;
import io.figcast.compute.slice.SourceFailedException;
import io.figcast.compute.slice.TooLargeException;
import io.figcast.compute.slice.port.MemoUnavailableException;
import io.figcast.compute.slice.port.Runs;

/** Queries of every kind: quick, slow, failing, too large, without end, deaf to cancelling, and those that lose Redis. */
final class SimRuns implements Runs {

    private final SimWorld world;
    private final SimRedis redis;
    private final Referee referee;
    private final double trouble;

    SimRuns(SimWorld world, SimRedis redis, Referee referee, double trouble) {
        this.world = world;
        this.redis = redis;
        this.referee = referee;
        this.trouble = trouble;
    }

    @Override
    public Run start(SliceKey key, String version, SliceLimits terms) {
        referee.started(key, version);
        CompletableFuture<Stored> outcome = new CompletableFuture<>();
        boolean deaf = world.chance(trouble);
        int kind = world.chance(trouble * 2) ? world.random.nextInt(5) : -1;
        world.after(world.between(5, kind == 0 ? 20_000 : 4_000), () -> {
            switch (kind) {
                case 1 -> outcome.completeExceptionally(new SourceFailedException("the query failed", null));
                case 2 -> outcome.completeExceptionally(new TooLargeException(terms.maxRows()));
                case 3 -> outcome.completeExceptionally(new MemoUnavailableException("while storing", null));
                case 4 -> {
                    // It never ends.
                }
                default -> store(key, version, outcome);
            }
        });
        return new Run() {

            @Override
            public CompletionStage<Stored> outcome() {
                return outcome;
            }

            @Override
            public void cancel() {
                if (!deaf) {
                    world.after(world.between(0, 50),
                            () -> outcome.completeExceptionally(new SourceFailedException("cancelled", null)));
                }
            }
        };
    }

    private void store(SliceKey key, String version, CompletableFuture<Stored> outcome) {
        if (redis.away) {
            outcome.completeExceptionally(new MemoUnavailableException("while storing", null));
        } else if (!outcome.isDone()) {
            redis.store(key, version, Duration.ofSeconds(30));
            outcome.complete(new Stored(1, 0, ColumnTypes.NUMBERS, 131_072, 1, "crc32c:00000000-00000000"));
        }
    }
}
