package io.figcast.compute.slice.computation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;

import io.figcast.compute.slice.ColumnTypes;
import io.figcast.compute.slice.SliceKey;
import io.figcast.compute.slice.SliceLimits;
import io.figcast.compute.slice.port.Runs;

/** Runs that end when the test says so. */
final class HeldRuns implements Runs {

    /** One of them. */
    static final class Held implements Run {

        final SliceKey key;
        private final String version;
        private final BiConsumer<SliceKey, String> store;
        private final CompletableFuture<Stored> outcome = new CompletableFuture<>();
        boolean cancelled;
        boolean discarded;

        private Held(SliceKey key, String version, BiConsumer<SliceKey, String> store) {
            this.key = key;
            this.version = version;
            this.store = store;
        }

        void succeed() {
            store.accept(key, version);
            succeedButLoseItsChunks();
        }

        void succeedButLoseItsChunks() {
            outcome.complete(new Stored(2_000, 0, ColumnTypes.NUMBERS, false, 131_072, 1, null, "crc32c:00000000-00000000"));
        }

        void fail(RuntimeException e) {
            outcome.completeExceptionally(e);
        }

        @Override
        public CompletionStage<Stored> outcome() {
            return outcome;
        }

        @Override
        public void cancel() {
            cancelled = true;
        }

        @Override
        public void discard() {
            discarded = true;
        }
    }

    final List<Held> started = new ArrayList<>();
    /** Those that were started together. */
    final List<List<Held>> scans = new ArrayList<>();
    final Map<String, Double> shares = new HashMap<>();
    private final BiConsumer<SliceKey, String> store;

    HeldRuns(BiConsumer<SliceKey, String> store) {
        this.store = store;
    }

    @Override
    public List<Run> start(List<Target> targets, SliceLimits terms) {
        List<Held> scan = targets.stream().map(target -> new Held(target.key(), target.version(), store)).toList();
        scans.add(scan);
        started.addAll(scan);
        return List.copyOf(scan);
    }

    @Override
    public double share(SliceKey key) {
        return shares.getOrDefault(key.category(), 0.0);
    }

    List<String> categories() {
        return started.stream().map(run -> run.key.category()).toList();
    }
}
