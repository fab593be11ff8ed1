package io.figcast.compute.slice.computation;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;

import io.figcast.compute.slice.ColumnTypes;
import io.figcast.compute.slice.SliceKey;
import io.figcast.compute.slice.SliceLimits;
import io.figcast.compute.slice.SourceChangedException;
import io.figcast.compute.slice.SourceFailedException;
import io.figcast.compute.slice.TooLargeException;
import io.figcast.compute.slice.computation.SimRedis.Defect;
import io.figcast.compute.slice.port.MemoUnavailableException;
import io.figcast.compute.slice.port.Runs;

/**
 * Queries of every kind: quick, slow, failing, too large, without end, deaf to cancelling, those that lose Redis, and those
 * whose data is replaced meanwhile.
 */
record SimRuns(SimWorld world, SimRedis redis, SimSource source, Referee referee, double trouble) {

    Runs runs(BooleanSupplier lives) {
        return (key, version, limits) -> start(key, version, limits, lives);
    }

    private Runs.Run start(SliceKey key, String version, SliceLimits limits, BooleanSupplier lives) {
        referee.started(key, version, lives);
        CompletableFuture<Runs.Stored> outcome = new CompletableFuture<>();
        boolean deaf = world.chance(trouble);
        int kind = world.chance(trouble * 2) ? world.random.nextInt(5) : -1;
        int generation = source.generation();
        if (!source.fingerprint().equals(key.fingerprint()) && !redis.lacks(Defect.FINGERPRINT_NOT_CHECKED)) {
            outcome.completeExceptionally(new SourceChangedException(source.fingerprint()));
        }
        Duration takes = world.between(5, kind == 0 ? 20_000 : 4_000);
        world.after(takes.dividedBy(2), () -> referee.read(version, source.fingerprint()));
        world.after(takes, () -> {
            switch (kind) {
                case 1 -> outcome.completeExceptionally(new SourceFailedException("the query failed", null));
                case 2 -> outcome.completeExceptionally(new TooLargeException(limits.maxRows()));
                case 3 -> outcome.completeExceptionally(new MemoUnavailableException("while storing", null));
                case 4 -> {
                    // It never ends.
                }
                default -> store(key, version, generation, outcome);
            }
        });
        var unused = outcome.whenComplete((stored, error) -> referee.ended(key, version));
        return new SimRun(key, version, outcome, deaf);
    }

    private void store(SliceKey key, String version, int generation, CompletableFuture<Runs.Stored> outcome) {
        if (redis.away) {
            outcome.completeExceptionally(new MemoUnavailableException("while storing", null));
        } else if (generation != source.generation() && !redis.lacks(Defect.FINGERPRINT_NOT_CHECKED)) {
            outcome.completeExceptionally(new SourceChangedException(source.fingerprint()));
        } else if (!outcome.isDone()) {
            redis.store(key, version, Duration.ofSeconds(30));
            outcome.complete(new Runs.Stored(1, 0, ColumnTypes.NUMBERS, 131_072, 1, "crc32c:00000000-00000000"));
        }
    }

    private final class SimRun implements Runs.Run {

        private final SliceKey key;
        private final String version;
        private final CompletableFuture<Runs.Stored> outcome;
        private final boolean deaf;

        SimRun(SliceKey key, String version, CompletableFuture<Runs.Stored> outcome, boolean deaf) {
            this.key = key;
            this.version = version;
            this.outcome = outcome;
            this.deaf = deaf;
        }

        @Override
        public CompletionStage<Runs.Stored> outcome() {
            return outcome;
        }

        @Override
        public void cancel() {
            referee.ended(key, version);
            if (!deaf) {
                world.after(world.between(0, 50),
                        () -> outcome.completeExceptionally(new SourceFailedException("cancelled", null)));
            }
        }

        @Override
        public void discard() {
            redis.discard(key, version);
        }
    }
}
