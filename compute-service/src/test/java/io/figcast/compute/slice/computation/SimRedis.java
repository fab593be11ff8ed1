package io.figcast.compute.slice.computation;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.figcast.compute.slice.Failure;
import io.figcast.compute.slice.Manifest;
import io.figcast.compute.slice.SliceKey;
import io.figcast.compute.slice.port.Memo;
import io.figcast.compute.slice.port.MemoState;
import io.figcast.compute.slice.port.StateId;

/** What the scripts do in Redis, on plain maps. Defects switch single defences off, to see that the referee notices. */
final class SimRedis {

    enum Defect {
        COMMIT_WITHOUT_TOKEN,
        LEASE_FOR_EVERYBODY,
        LEASE_WHATEVER_IS_THERE
    }

    private record Kept<T>(T value, Instant until) {
    }

    private static final class Entry {
        Kept<Manifest> manifest;
        Kept<Failure> failure;
        Kept<String> lease;
        final Map<String, Instant> chunks = new HashMap<>();
    }

    private final SimWorld world;
    private final Referee referee;
    private final Set<Defect> defects;
    private final Map<SliceKey, Entry> entries = new HashMap<>();
    boolean away;

    SimRedis(SimWorld world, Referee referee, Set<Defect> defects) {
        this.world = world;
        this.referee = referee;
        this.defects = defects;
    }

    MemoState lease(SliceKey key, String token, StateId expected, Duration lease) {
        Entry entry = entry(key);
        boolean taken = false;
        MemoState before = look(key);
        if (token != null) {
            String holder = entry.lease == null ? null : entry.lease.value();
            if (token.equals(holder)) {
                taken = true;
            } else if ((holder == null || defects.contains(Defect.LEASE_FOR_EVERYBODY))
                    && (before.seen().equals(expected) || defects.contains(Defect.LEASE_WHATEVER_IS_THERE))) {
                referee.granted(key, token, holder);
                taken = true;
            }
            if (taken) {
                entry.lease = new Kept<>(token, world.now().plus(lease));
            }
        }
        return new MemoState(before.held(), before.remembered(), before.leased() && !taken, taken);
    }

    boolean renew(SliceKey key, String token, Duration lease) {
        Entry entry = entry(key);
        if (entry.lease == null || !entry.lease.value().equals(token)) {
            return false;
        }
        entry.lease = new Kept<>(token, world.now().plus(lease));
        return true;
    }

    Memo.Commit commit(SliceKey key, Manifest manifest) {
        Entry entry = entry(key);
        if (entry.manifest != null && entry.manifest.value().version().equals(manifest.version())) {
            return Memo.Commit.DONE;
        }
        String holder = entry.lease == null ? null : entry.lease.value();
        if (!manifest.version().equals(holder) && !defects.contains(Defect.COMMIT_WITHOUT_TOKEN)) {
            return Memo.Commit.LEASE_LOST;
        }
        if (!entry.chunks.containsKey(manifest.version())) {
            return Memo.Commit.CHUNKS_LOST;
        }
        referee.committed(key, manifest, holder, look(key));
        Instant until = world.now().plus(manifest.ttl());
        entry.manifest = new Kept<>(manifest, until);
        entry.chunks.put(manifest.version(), until.plusSeconds(60));
        entry.failure = null;
        entry.lease = null;
        return Memo.Commit.DONE;
    }

    Optional<MemoState> fail(SliceKey key, String token, Failure failure, Duration remembered) {
        Entry entry = entry(key);
        if (entry.lease == null || !entry.lease.value().equals(token)) {
            return Optional.empty();
        }
        entry.lease = null;
        entry.failure = new Kept<>(failure, world.now().plus(remembered));
        return Optional.of(look(key));
    }

    void release(SliceKey key, String token) {
        Entry entry = entry(key);
        if (entry.lease != null && entry.lease.value().equals(token)) {
            entry.lease = null;
        }
    }

    void forget(SliceKey key) {
        Entry entry = entry(key);
        entry.manifest = null;
        entry.failure = null;
    }

    void store(SliceKey key, String version, Duration life) {
        entry(key).chunks.put(version, world.now().plus(life));
    }

    void flush() {
        entries.clear();
    }

    MemoState look(SliceKey key) {
        Entry entry = entry(key);
        Instant now = world.now();
        return new MemoState(
                entry.manifest == null ? null
                        : new MemoState.Held(entry.manifest.value(), Duration.between(now, entry.manifest.until())),
                entry.failure == null ? null
                        : new MemoState.Remembered(entry.failure.value(), Duration.between(now, entry.failure.until())),
                entry.lease != null, false);
    }

    private Entry entry(SliceKey key) {
        Entry entry = entries.computeIfAbsent(key, missing -> new Entry());
        Instant now = world.now();
        entry.manifest = alive(entry.manifest, now);
        entry.failure = alive(entry.failure, now);
        entry.lease = alive(entry.lease, now);
        entry.chunks.values().removeIf(until -> !until.isAfter(now));
        return entry;
    }

    private static <T> Kept<T> alive(Kept<T> kept, Instant now) {
        return kept != null && kept.until().isAfter(now) ? kept : null;
    }
}
