package io.figcast.compute.slice.computation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;

import io.figcast.compute.memo.SimulatedScan;
import io.figcast.compute.slice.SliceKey;
import io.figcast.compute.slice.SliceLimits;
import io.figcast.compute.slice.SourceChangedException;
import io.figcast.compute.slice.SourceFailedException;
import io.figcast.compute.slice.computation.SimRedis.Defect;
import io.figcast.compute.slice.port.MemoUnavailableException;
import io.figcast.compute.slice.port.Runs;

/**
 * Queries of every kind, for one slice and for several: quick, slow, failing, without end, deaf to cancelling, those that lose
 * Redis, those whose data is replaced meanwhile, and those with single slices that are unfit or too large.
 */
record SimRuns(SimWorld world, SimRedis redis, SimSource source, Referee referee, double trouble) {

    /** Each row of a category has its number in both columns. */
    static double number(SliceKey key) {
        return Double.parseDouble(key.category().substring("category-".length()));
    }

    Runs runs(BooleanSupplier lives) {
        return new Runs() {

            @Override
            public List<Run> start(List<Target> targets, SliceLimits limits) {
                return new Scan(targets, limits, lives).start();
            }

            @Override
            public double share(SliceKey key) {
                return number(key) == 1 ? 1 : 0.3;
            }
        };
    }

    private final class Scan implements SimulatedScan.Store {

        private final List<Runs.Target> targets;
        private final SliceLimits limits;
        private final SimulatedScan scan;
        private final boolean deaf = world.chance(trouble);
        private final int kind = world.chance(trouble * 2) ? world.random.nextInt(4) : -1;
        private final boolean readsBeforeItHands = world.chance(0.5);
        private final int generation = source.generation();
        private final List<Integer> order = new ArrayList<>();
        private boolean over;

        Scan(List<Runs.Target> targets, SliceLimits limits, BooleanSupplier lives) {
            this.targets = targets;
            this.limits = limits;
            this.scan = new SimulatedScan(targets, this, limits.maxRows(), world.chance(0.5) ? 0 : 2 * Double.BYTES, () -> {
                if (!deaf) {
                    world.after(world.between(0, 50), () -> fail(new SourceFailedException("cancelled", null)));
                }
            });
            referee.scanned(targets.size());
            targets.forEach(target -> referee.started(target.key(), target.version(), lives));
            for (int slice = 0; slice < targets.size(); slice++) {
                order.add(world.random.nextInt(slice + 1), slice);
            }
        }

        List<Runs.Run> start() {
            if (!source.fingerprint().equals(targets.get(0).key().fingerprint()) && isChecked()) {
                fail(new SourceChangedException(source.fingerprint()));
            }
            Duration takes = world.between(5, kind == 0 ? 20_000 : 4_000);
            int steps = order.size() + 1;
            int broken = kind == 1 ? world.random.nextInt(steps) : -1;
            world.after(takes.dividedBy(2 * steps), () -> read(order));
            for (int i = 0; i < order.size(); i++) {
                int slice = i;
                world.after(takes.multipliedBy(i + 1).dividedBy(steps), () -> {
                    if (slice == broken) {
                        fail(new SourceFailedException("the query failed", null));
                    }
                    hand(slice);
                });
            }
            world.after(takes, this::end);
            List<Runs.Run> runs = new ArrayList<>();
            for (int slice = 0; slice < targets.size(); slice++) {
                runs.add(new SimRun(targets.get(slice), scan.runs().get(slice)));
            }
            return runs;
        }

        private void read(List<Integer> slices) {
            slices.forEach(slice -> referee.read(targets.get(slice).version(), source.fingerprint()));
        }

        private void hand(int place) {
            if (over || isTouched() && isChecked()) {
                fail(new SourceChangedException(source.fingerprint()));
                return;
            }
            int slice = order.get(place);
            double number = number(targets.get(slice).key());
            if (!readsBeforeItHands) {
                read(List.of(slice));
            }
            if (place > 0 && redis.lacks(Defect.ROWS_COUNTED_TO_THE_NEXT)) {
                double before = number(targets.get(order.get(place - 1)).key());
                scan.sink().row(slice, before, before);
            }
            int rows = 1 + world.random.nextInt(3);
            switch (world.chance(trouble) ? world.random.nextInt(2) : -1) {
                case 0 -> scan.sink().unfit(slice, new SourceFailedException("a value is unfit", null));
                case 1 -> rows = (int) limits.maxRows() + 1;
                default -> {
                    // It is as it should be.
                }
            }
            for (int i = 0; i < rows; i++) {
                scan.sink().row(slice, number, number);
            }
        }

        private void end() {
            if (kind == 2) {
                return; // it never ends
            }
            if (isTouched() && isChecked()) {
                fail(new SourceChangedException(source.fingerprint()));
            } else if (!over) {
                over = true;
                scan.end();
            }
        }

        private void fail(RuntimeException why) {
            if (!over) {
                over = true;
                scan.fail(why);
            }
        }

        private boolean isTouched() {
            return generation != source.generation();
        }

        private boolean isChecked() {
            return !redis.lacks(Defect.FINGERPRINT_NOT_CHECKED);
        }

        @Override
        public CompletionStage<?> put(Runs.Target target, char column, String values) {
            if (redis.away || kind == 3 && world.chance(0.5)) {
                return CompletableFuture.failedFuture(new MemoUnavailableException("while storing", null));
            }
            redis.storeChunk(target.key(), target.version(), column, values, Duration.ofSeconds(30));
            return CompletableFuture.completedFuture(true);
        }

        @Override
        public CompletionStage<?> remove(Runs.Target target) {
            redis.discard(target.key(), target.version());
            return CompletableFuture.completedFuture(true);
        }
    }

    private final class SimRun implements Runs.Run {

        private final Runs.Target target;
        private final Runs.Run run;

        SimRun(Runs.Target target, Runs.Run run) {
            this.target = target;
            this.run = run;
            var unused = run.outcome().whenComplete((stored, error) -> referee.ended(target.key(), target.version()));
        }

        @Override
        public CompletionStage<Runs.Stored> outcome() {
            return run.outcome();
        }

        @Override
        public void cancel() {
            referee.ended(target.key(), target.version());
            run.cancel();
        }

        @Override
        public void discard() {
            run.discard();
        }
    }
}
