package io.figcast.compute.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

import io.figcast.compute.memo.LuaRedis;
import io.figcast.compute.memo.SimulatedMemo;
import io.figcast.compute.slice.ColumnTypes;
import io.figcast.compute.slice.Manifest;
import io.figcast.compute.slice.Signal;
import io.figcast.compute.slice.SliceKey;
import io.figcast.compute.slice.port.Memo;
import io.figcast.compute.slice.port.StateId;

class InvalidationsTest {

    static final Instant NOW = Instant.parse("2026-11-25T00:00:00Z");
    static final SliceKey OLD = new SliceKey("fruit", "figs", "aa");
    static final SliceKey PRESENT = OLD.withFingerprint("bb");

    final LuaRedis redis = new LuaRedis(() -> NOW);
    final Memo memo = SimulatedMemo.over(script -> CompletableFuture
            .completedFuture(redis.run(script.text(), script.keys(), script.arguments())));
    final List<Signal> log = new ArrayList<>();

    @Test
    void theEndOfOldDataIsAnnouncedWhereSomethingWasHeld() {
        announce(false);
        assertThat(log).isEmpty();
        commit(OLD, "one");
        announce(false);
        assertThat(log).containsExactly(new Signal.Invalidated(OLD));
    }

    @Test
    void whereThereAreOtherAxesTheEndIsAnnouncedThoughNothingIsHeldOfTheOwn() {
        announce(true);
        assertThat(log).containsExactly(new Signal.Invalidated(OLD));
    }

    @Test
    void whatIsLeftOfOldDataEndsSoon() {
        commit(OLD, "one");
        announce(false);

        assertThat(memo.look(OLD).toCompletableFuture().join().held().remaining()).isEqualTo(Duration.ofMinutes(10));
        assertThat(SimulatedMemo.chunkKeys(OLD, "one")).isNotEmpty()
                .allMatch(chunk -> redis.pttl(chunk) == Duration.ofMinutes(11).toMillis());
    }

    @Test
    void theLastWordIsAboutThePresentDataWhoeverAnnouncedThemFirst() {
        commit(OLD, "one");
        Invalidations invalidations = new Invalidations(memo, signal -> {
            if (signal instanceof Signal.Invalidated) { // another replica is quicker
                log.add(new Signal.Ready(PRESENT, commit(PRESENT, "two"), false));
            }
            log.add(signal);
            return CompletableFuture.completedFuture(null);
        });
        assertThat(invalidations.announce(OLD, PRESENT, false).toCompletableFuture()).isCompleted();
        assertThat(log.get(log.size() - 1)).isInstanceOfSatisfying(Signal.Ready.class,
                ready -> assertThat(ready.manifest().version()).isEqualTo("two"));
    }

    private void announce(boolean others) {
        assertThat(new Invalidations(memo, signal -> {
            log.add(signal);
            return CompletableFuture.completedFuture(null);
        }).announce(OLD, PRESENT, others).toCompletableFuture()).isCompleted();
    }

    private Manifest commit(SliceKey key, String version) {
        Manifest manifest = new Manifest(key.dataset(), key.category(), null, version, 1, 0, ColumnTypes.NUMBERS, false, NOW,
                NOW.plusSeconds(7_500), NOW.plusSeconds(10_000), 5, 131_064, 1, "crc32c:00000000-00000000");
        var leased = memo.lease(key, version, StateId.NOTHING, Duration.ofSeconds(8)).toCompletableFuture().join();
        assertThat(leased.taken()).isTrue();
        SimulatedMemo.chunkKeys(key, version).forEach(chunk -> redis.set(chunk, "bytes", Duration.ofMinutes(1)));
        assertThat(memo.commit(key, manifest, null, null).toCompletableFuture().join()).isEqualTo(Memo.Commit.DONE);
        return manifest;
    }
}
