package io.figcast.compute.memo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

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

/** The Redis of the simulation answers every script as a real one does. */
@QuarkusTest
@TestProfile(FastFruit.class)
@WithTestResource(KafkaAndRedis.class)
class LuaRedisIT {

    private static final Duration LEASE = Duration.ofMinutes(8);
    private static final List<String> TOKENS = List.of("one", "two", "three");

    @Inject
    Memo real;

    @Inject
    RedisDataSource redis;

    private final LuaRedis lua = new LuaRedis(Clock.systemUTC());
    private final Memo simulated = SimulatedMemo
            .over(script -> CompletableFuture.completedFuture(lua.run(script.text(), script.keys(), script.arguments())));
    private final Random random = new Random(20261125);
    private final List<String> inRedis = new ArrayList<>();
    private final List<String> inLua = new ArrayList<>();

    @Test
    void everyScriptComesToTheSame() {
        for (int round = 0; round < 40; round++) {
            SliceKey key = new SliceKey("lua-test", "category-" + round + "-" + System.nanoTime(), "5f0c");
            for (int step = 0; step < 25; step++) {
                long seed = random.nextLong();
                inRedis.add(step(real, key, new Random(seed), true));
                inLua.add(step(simulated, key, new Random(seed), false));
            }
        }

        assertThat(inLua).isEqualTo(inRedis);
        assertThat(inRedis).anyMatch(said -> said.contains("DONE")).anyMatch(said -> said.contains("LEASE_LOST"))
                .anyMatch(said -> said.contains("CHUNKS_LOST"));
    }

    private String step(Memo memo, SliceKey key, Random chance, boolean inReality) {
        String token = TOKENS.get(chance.nextInt(TOKENS.size()));
        StateId expected = chance.nextBoolean() ? StateId.NOTHING
                : new StateId(TOKENS.get(chance.nextInt(TOKENS.size())), null);
        return switch (chance.nextInt(9)) {
            case 0 -> "look " + told(memo.look(key).toCompletableFuture().join());
            case 1, 2 -> "lease " + told(memo.lease(key, token, expected, LEASE).toCompletableFuture().join());
            case 3 -> "renew " + memo.renew(key, token, LEASE).toCompletableFuture().join();
            case 4, 5 -> {
                if (chance.nextInt(4) > 0) {
                    store(key, token, inReality);
                }
                Runs.Chunk last = chance.nextInt(3) > 0 ? null : new Runs.Chunk(new byte[Double.BYTES], new byte[Double.BYTES]);
                yield "commit " + memo.commit(key, manifest(key, token), last, null).toCompletableFuture().join();
            }
            case 6 -> "fail " + memo.fail(key, token, new Failure(FailureCode.TIMED_OUT, "slow \"\n", Instant.EPOCH, 30), LEASE)
                    .toCompletableFuture().join().map(LuaRedisIT::told);
            case 7 -> "release " + memo.release(key, token).toCompletableFuture().join();
            default -> "forget " + memo.forget(key.withFingerprint(chance.nextInt(3) > 0 ? key.fingerprint() : "other"),
                    List.of(new ForgetRequest(List.of("request-" + chance.nextInt(4)), Set.of("more"))))
                    .toCompletableFuture().join();
        };
    }

    private void store(SliceKey key, String version, boolean inReality) {
        for (String chunk : SimulatedMemo.chunkKeys(key, version)) {
            if (inReality) {
                redis.value(String.class).psetex(chunk, 600_000, "bytes");
            } else {
                lua.set(chunk, "bytes", Duration.ofMinutes(10));
            }
        }
    }

    /** All but the time that is left, which passes. */
    private static String told(MemoState state) {
        return state.id() + " leased " + state.leased() + " taken " + state.taken();
    }

    private static Manifest manifest(SliceKey key, String version) {
        Instant now = Instant.parse("2026-11-25T00:00:00.120Z");
        return new Manifest(key.dataset(), key.category(), null, version, 1, 0, ColumnTypes.NUMBERS, false, now,
                now.plusSeconds(75_000),
                now.plusSeconds(100_000), 5, 131_072, 1, "crc32c:00000000-00000000");
    }
}
