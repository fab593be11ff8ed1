package io.figcast.compute.slice.computation;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.figcast.compute.memo.LuaRedis;
import io.figcast.compute.memo.SimulatedMemo;
import io.figcast.compute.memo.SimulatedMemo.Script;
import io.figcast.compute.slice.Manifest;
import io.figcast.compute.slice.SliceKey;
import io.vertx.redis.client.Response;

/**
 * The simulated Redis, in which the shipped scripts run, watched by the referee: what a script did is told by what lay
 * there before and after it.
 */
final class SimRedis {

    /** Switches a single defence off, to see that the referee says what it should. */
    enum Defect {
        COMMIT_WITHOUT_TOKEN("by someone without the lease",
                "if redis.call('GET', KEYS[3]) ~= ARGV[1] then return 'LEASE_LOST' end",
                ""),
        LEASE_FOR_EVERYBODY("two hold the lease", "elseif not l and (m", "elseif (m"),
        LEASE_WHATEVER_IS_THERE("was computed again though nobody asked for that",
                "and (m and cjson.decode(m).version or '') == ARGV[2]", ""),
        LEASE_WITHOUT_END("does not come to rest", "redis.call('SET', KEYS[3], ARGV[1], 'PX', ARGV[4])",
                "redis.call('SET', KEYS[3], ARGV[1])"),
        COMMIT_WITHOUT_CHUNKS("a slice without its chunks", "return 'CHUNKS_LOST'", "break"),
        EVICTED_CHUNKS_NOT_MISSED("a slice without its chunks", "m = false break", "break"),
        FORGOTTEN_BUT_STILL_LEASED("was read before it was forgotten",
                "redis.call('UNLINK', KEYS[1], KEYS[2], KEYS[3])", "redis.call('UNLINK', KEYS[1], KEYS[2])"),
        FORGOTTEN_AGAIN("removed what came after it", "if new == '' then return 0 end", ""),
        FORGOTTEN_AGAIN_OF_OTHER_DATA("removed what came after it, of other data", "if known then", "if false then"),
        FINGERPRINT_NOT_CHECKED("the rows of other data", "", ""),
        ROWS_COUNTED_TO_THE_NEXT("rows of another category", "", "");

        final String verdict;
        private final String line;
        private final String instead;

        Defect(String verdict, String line, String instead) {
            this.verdict = verdict;
            this.line = line;
            this.instead = instead;
        }

        String in(String script) {
            return line.isEmpty() ? script : script.replace(line, instead);
        }
    }

    /** A chunk nobody looks into. */
    private static final String UNREAD = "bytes";

    private final Referee referee;
    private final Set<Defect> defects;
    private final Map<String, SliceKey> known = new HashMap<>();
    final LuaRedis redis;
    boolean away;

    SimRedis(SimWorld world, Referee referee, Set<Defect> defects) {
        this.referee = referee;
        this.defects = defects;
        this.redis = new LuaRedis(world::now);
    }

    boolean lacks(Defect defence) {
        return defects.contains(defence);
    }

    Response run(Script script) {
        String text = script.text();
        for (Defect defect : defects) {
            text = defect.in(text);
        }
        if (script.isNoteOfForgets()) {
            Response about = redis.run(text, script.keys(), script.arguments());
            for (int i = 0; i < about.size(); i++) {
                referee.noted(script.arguments().get(1 + 2 * i), about.get(i).toString());
            }
            return about;
        }
        SliceKey key = script.keys().stream().map(known::get).filter(found -> found != null).findFirst().orElse(null);
        if (key == null) {
            return redis.run(text, script.keys(), script.arguments());
        }
        String holder = redis.get(SimulatedMemo.leaseKey(key));
        String before = redis.get(SimulatedMemo.manifestKey(key));
        long remaining = redis.pttl(SimulatedMemo.manifestKey(key));
        Response response = redis.run(text, script.keys(), script.arguments());
        String token = redis.get(SimulatedMemo.leaseKey(key));
        String after = redis.get(SimulatedMemo.manifestKey(key));
        if (token != null && !token.equals(holder)) {
            referee.granted(key, token, holder);
        }
        if (after != null && !after.equals(before)) {
            Manifest manifest = SimulatedMemo.manifest(after);
            referee.committed(key, manifest, holder,
                    before != null && fresh(before, remaining) && isWhole(key, before)
                            ? SimulatedMemo.manifest(before).version()
                            : null);
            referee.check(isWhole(key, after), "a slice without its chunks was committed: " + key.category());
            referee.check(isItsOwn(key, manifest), "rows of another category were committed for " + key.category());
        }
        if (script.isForget()) {
            List<String> requests = script.arguments().subList(1, script.arguments().size());
            referee.forgot(key, requests, before == null ? null : SimulatedMemo.manifest(before).version(), after == null,
                    holder != null && token == null);
        }
        return response;
    }

    private static boolean fresh(String json, long remaining) {
        Manifest manifest = SimulatedMemo.manifest(json);
        return remaining > Duration.between(manifest.staleAt(), manifest.expiresAt()).toMillis();
    }

    private boolean isWhole(SliceKey key, String json) {
        return SimulatedMemo.chunkKeys(key, SimulatedMemo.manifest(json).version()).stream()
                .allMatch(chunk -> redis.get(chunk) != null);
    }

    private boolean isItsOwn(SliceKey key, Manifest manifest) {
        return SimulatedMemo.chunkKeys(key, manifest.version()).stream().map(redis::get)
                .filter(values -> values != null && !values.equals(UNREAD)).flatMap(values -> Stream.of(values.split(",")))
                .allMatch(value -> Double.parseDouble(value) == SimRuns.number(key));
    }

    /** Whether a version can be read now. */
    boolean holds(SliceKey key, String version) {
        String json = redis.get(SimulatedMemo.manifestKey(key));
        return json != null && SimulatedMemo.manifest(json).version().equals(version) && isWhole(key, json);
    }

    /** The version that lies there, or null. */
    String version(SliceKey key) {
        String json = redis.get(SimulatedMemo.manifestKey(key));
        return json == null ? null : SimulatedMemo.manifest(json).version();
    }

    void know(SliceKey key) {
        known.put(SimulatedMemo.manifestKey(key), key);
        known.put(SimulatedMemo.leaseKey(key), key);
        known.put(SimulatedMemo.forgottenKey(key), key);
    }

    void store(SliceKey key, String version, Duration life) {
        SimulatedMemo.chunkKeys(key, version).forEach(chunk -> redis.set(chunk, UNREAD, life));
    }

    void storeChunk(SliceKey key, String version, char column, String values, Duration life) {
        SimulatedMemo.chunkKeys(key, version).stream().filter(name -> name.contains(":" + column + ":"))
                .forEach(chunk -> redis.set(chunk, values, life));
    }

    void discard(SliceKey key, String version) {
        SimulatedMemo.chunkKeys(key, version).forEach(redis::delete);
    }

    void flush() {
        referee.flushed();
        redis.flush();
    }

    /** A full Redis takes away what it likes. */
    void evict(int which) {
        List<String> keys = redis.keys();
        if (!keys.isEmpty()) {
            String key = keys.get(which % keys.size());
            if (key.endsWith(":lease")) {
                referee.excuse();
            }
            referee.evicted(key, known.get(key));
            redis.delete(key);
        }
    }
}
