package io.figcast.compute.memo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.figcast.compute.FastFruit;
import io.figcast.compute.slice.ColumnTypes;
import io.figcast.compute.slice.Failure;
import io.figcast.compute.slice.FailureCode;
import io.figcast.compute.slice.Manifest;
import io.figcast.compute.slice.SliceKey;
import io.figcast.compute.slice.port.ForgetRequest;
import io.figcast.compute.slice.port.Memo;
import io.figcast.compute.slice.port.MemoState;
import io.figcast.compute.slice.port.Runs;
import io.figcast.compute.slice.port.StateId;
import io.figcast.testing.KafkaAndRedis;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(FastFruit.class)
@WithTestResource(KafkaAndRedis.class)
class RedisMemoIT {

    private static final Duration LEASE = Duration.ofSeconds(8);
    private static final Runs.Chunk LAST = new Runs.Chunk(new byte[] { -1, 0, 1 }, new byte[] { 13, 10, 0 });
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Inject
    Memo memo;

    @Inject
    RedisDataSource redis;

    private final SliceKey key = new SliceKey("memo-test", "category-" + NUMBER.incrementAndGet() + "-" + System.nanoTime(),
            "5f0c");
    private final MemoKeys keys = MemoKeys.of(key);

    @Test
    void oneTokenTakesTheLeaseAndTheOtherSeesThatItIsTaken() {
        MemoState first = get(memo.lease(key, "one", StateId.NOTHING, LEASE));
        MemoState second = get(memo.lease(key, "two", StateId.NOTHING, LEASE));
        MemoState again = get(memo.lease(key, "one", StateId.NOTHING, LEASE));

        assertThat(first.taken()).isTrue();
        assertThat(second.taken()).isFalse();
        assertThat(second.leased()).isTrue();
        assertThat(again.taken()).isTrue();
        assertThat(again.leased()).isFalse();
    }

    @Test
    void theLeaseIsTakenOnlyFromWhatWasDecidedUpon() {
        commit("one", null);

        assertThat(get(memo.lease(key, "two", StateId.NOTHING, LEASE)).taken()).isFalse();
        assertThat(get(memo.lease(key, "two", new StateId("zero", null), LEASE)).taken()).isFalse();
        assertThat(get(memo.lease(key, "two", new StateId("one", null), LEASE)).taken()).isTrue();
    }

    @Test
    void aCommitIsSeenWithItsRemainingLifeAndReleasesTheLease() {
        Manifest manifest = commit("one", null);

        MemoState look = get(memo.look(key));
        assertThat(look.held().manifest()).isEqualTo(manifest);
        assertThat(look.held().remaining()).isBetween(Duration.ofSeconds(95), Duration.ofSeconds(100));
        assertThat(look.leased()).isFalse();
        assertThat(pttl(keys.chunk("one", 'x', 0))).isBetween(150_000L, 160_000L);
    }

    @Test
    void aCommitWithoutTheLeaseIsRefused() {
        chunks("late");
        get(memo.lease(key, "other", StateId.NOTHING, LEASE));

        assertThat(get(memo.commit(key, manifest("late"), null, null))).isEqualTo(Memo.Commit.LEASE_LOST);
        assertThat(get(memo.look(key)).held()).isNull();
    }

    @Test
    void aCommitWhoseReplyWasLostIsDoneWhenRepeated() {
        Manifest manifest = commit("one", null);

        assertThat(get(memo.commit(key, manifest, null, null))).isEqualTo(Memo.Commit.DONE);
    }

    @Test
    void aCommitStoresTheLastChunk() {
        get(memo.lease(key, "one", StateId.NOTHING, LEASE));

        assertThat(get(memo.commit(key, manifest("one"), LAST, null))).isEqualTo(Memo.Commit.DONE);

        assertThat(redis.value(byte[].class).get(keys.chunk("one", 'x', 0))).isEqualTo(LAST.x());
        assertThat(redis.value(byte[].class).get(keys.chunk("one", 'y', 0))).isEqualTo(LAST.y());
        assertThat(pttl(keys.chunk("one", 'y', 0))).isGreaterThan(pttl(keys.manifest()));
        assertThat(get(memo.look(key)).held()).isNotNull();
    }

    @Test
    void aRefusedCommitStoresNothing() {
        get(memo.lease(key, "other", StateId.NOTHING, LEASE));

        assertThat(get(memo.commit(key, manifest("late"), LAST, null))).isEqualTo(Memo.Commit.LEASE_LOST);

        assertThat(redis.key().exists(keys.chunk("late", 'x', 0))).isFalse();
    }

    @Test
    void aCommitWithoutItsChunksIsRefused() {
        get(memo.lease(key, "one", StateId.NOTHING, LEASE));

        assertThat(get(memo.commit(key, manifest("one"), null, null))).isEqualTo(Memo.Commit.CHUNKS_LOST);
        assertThat(get(memo.look(key)).held()).isNull();
    }

    @Test
    void aReplacedVersionsChunksLastAMinute() {
        Manifest old = commit("one", null);
        commit("two", old);

        assertThat(pttl(keys.chunk("one", 'y', 0))).isBetween(55_000L, 60_000L);
        assertThat(get(memo.look(key)).held().manifest().version()).isEqualTo("two");
    }

    @Test
    void aSliceThatLostAChunkIsNoSliceAndIsComputedAgain() {
        commit("one", null);
        redis.key().del(keys.chunk("one", 'y', 0));

        assertThat(get(memo.look(key)).held()).isNull();
        assertThat(get(memo.lease(key, "two", StateId.NOTHING, LEASE)).taken()).isTrue();
    }

    @Test
    void aLeaseThatIsNotRenewedEnds() {
        get(memo.lease(key, "one", StateId.NOTHING, Duration.ofMillis(300)));

        await().until(() -> get(memo.lease(key, "two", StateId.NOTHING, LEASE)).taken());
        assertThat(get(memo.renew(key, "one", LEASE))).isFalse();
    }

    @Test
    void aLeaseIsRenewedByItsOwnerAlone() {
        get(memo.lease(key, "one", StateId.NOTHING, LEASE));

        assertThat(get(memo.renew(key, "two", Duration.ofMinutes(10)))).isFalse();
        assertThat(get(memo.renew(key, "one", Duration.ofMinutes(5)))).isTrue();
        assertThat(pttl(keys.lease())).isBetween(200_000L, 300_000L);
    }

    @Test
    void aLeaseIsGivenBackByItsOwnerAlone() {
        get(memo.lease(key, "one", StateId.NOTHING, LEASE));

        get(memo.release(key, "two"));
        assertThat(get(memo.look(key)).leased()).isTrue();
        get(memo.release(key, "one"));
        assertThat(get(memo.look(key)).leased()).isFalse();
    }

    @Test
    void aFailureIsRememberedByTheLeasesOwnerAlone() {
        Failure failure = new Failure(FailureCode.TIMED_OUT, "too \"slow\"\n🍐", Instant.parse("2026-11-22T10:00:00.120Z"), 30);
        get(memo.lease(key, "one", StateId.NOTHING, LEASE));

        assertThat(get(memo.fail(key, "two", failure, Duration.ofSeconds(30)))).isEmpty();
        Optional<MemoState> failed = get(memo.fail(key, "one", failure, Duration.ofSeconds(30)));
        MemoState look = get(memo.look(key));

        assertThat(failed).isPresent();
        assertThat(look.remembered().failure()).isEqualTo(failure);
        assertThat(look.leased()).isFalse();
        assertThat(get(memo.lease(key, "two", StateId.NOTHING, LEASE)).taken()).isFalse();
        assertThat(get(memo.lease(key, "two", look.id(), LEASE)).taken()).isTrue();
    }

    @Test
    void forgetLeavesNothingAndTakesTheLeaseAway() {
        commit("one", null);
        get(memo.lease(key, "two", new StateId("one", null), LEASE));

        get(memo.forget(key, requests("a")));

        assertThat(get(memo.look(key)).id()).isEqualTo(StateId.NOTHING);
        assertThat(redis.key().exists(keys.chunk("one", 'x', 0))).isFalse();
        chunks("two");
        assertThat(get(memo.commit(key, manifest("two"), null, null))).as("read before it was forgotten")
                .isEqualTo(Memo.Commit.LEASE_LOST);
    }

    @Test
    void aForgetThatComesAgainRemovesNothingThatCameLater() {
        get(memo.forget(key, requests("a", "b")));
        Manifest later = commit("one", null);

        get(memo.forget(key, requests("b")));
        get(memo.forget(key, requests("a")));
        assertThat(get(memo.look(key)).manifest()).isEqualTo(later);
        get(memo.forget(key, requests("c")));
        assertThat(get(memo.look(key)).manifest()).isNull();
        assertThat(pttl(keys.forgotten())).isPositive();
    }

    @Test
    void aForgetIsAboutTheDataOfItsFirstTime() {
        SliceKey other = key.withFingerprint("other");
        get(memo.lease(other, "old", StateId.NOTHING, LEASE));
        get(memo.forget(key, List.of(new ForgetRequest(List.of("a"), Set.of("other")))));
        assertThat(get(memo.look(other)).leased()).as("both data are forgotten").isFalse();
        Manifest later = commit("one", null);

        SliceKey newer = key.withFingerprint("new");
        get(memo.forget(newer, requests("a")));
        assertThat(get(memo.look(key)).manifest()).isEqualTo(later);
        get(memo.lease(newer, "two", StateId.NOTHING, LEASE));
        get(memo.forget(newer, requests("a")));
        assertThat(get(memo.look(newer)).leased()).as("data that came later are not forgotten").isTrue();
        get(memo.forget(newer, requests("b")));
        assertThat(get(memo.look(newer)).leased()).isFalse();
    }

    @Test
    void aRetiredSliceLivesShortly() {
        assertThat(get(memo.retire(key, Duration.ofSeconds(10)))).isFalse();
        commit("one", null);

        assertThat(get(memo.retire(key, Duration.ofSeconds(10)))).isTrue();

        assertThat(pttl(keys.manifest())).isBetween(5_000L, 10_000L);
        assertThat(pttl(keys.chunk("one", 'y', 0))).isBetween(60_000L, 70_000L);
    }

    @Test
    void theChunksOfARefusedCommitDoNotLiveOn() {
        get(memo.lease(key, "one", StateId.NOTHING, LEASE));
        redis.value(String.class).psetex(keys.chunk("one", 'x', 0), 30_000, "x");

        assertThat(get(memo.commit(key, manifest("one"), null, null))).isEqualTo(Memo.Commit.CHUNKS_LOST);

        assertThat(pttl(keys.chunk("one", 'x', 0))).isLessThanOrEqualTo(30_000L);
    }

    private Manifest commit(String version, Manifest replaced) {
        StateId seen = replaced == null ? StateId.NOTHING : new StateId(replaced.version(), null);
        assertThat(get(memo.lease(key, version, seen, LEASE)).taken()).isTrue();
        chunks(version);
        Manifest manifest = manifest(version);
        assertThat(get(memo.commit(key, manifest, null, replaced))).isEqualTo(Memo.Commit.DONE);
        return manifest;
    }

    private void chunks(String version) {
        redis.value(String.class).psetex(keys.chunk(version, 'x', 0), 30_000, "x");
        redis.value(String.class).psetex(keys.chunk(version, 'y', 0), 30_000, "y");
    }

    private Manifest manifest(String version) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return new Manifest(key.dataset(), key.category(), null, version, 1, 0, ColumnTypes.NUMBERS, false, now,
                now.plusSeconds(75),
                now.plusSeconds(100), 5,
                131_072, 1, "crc32c:00000000-00000000");
    }

    private static List<ForgetRequest> requests(String... ids) {
        return List.of(new ForgetRequest(List.of(ids), Set.of()));
    }

    private long pttl(String name) {
        return redis.key().pttl(name);
    }

    private static <T> T get(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }
}
