package io.figcast.compute.slice.computation;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import io.figcast.compute.slice.Manifest;
import io.figcast.compute.slice.Signal;
import io.figcast.compute.slice.SliceKey;
import io.figcast.compute.slice.port.MemoState;

/** Watches one simulation and says where a promise is broken. Knows only what really happened, never what was believed. */
final class Referee {

    private record Committed(Instant at, Instant stale) {
    }

    private final SimWorld world;
    private final Set<String> granted = new HashSet<>();
    private final Set<String> versions = new HashSet<>();
    private final Map<String, Committed> commits = new HashMap<>();
    private final Map<String, Instant> learnt = new HashMap<>();
    private final Map<SliceKey, Integer> refreshes = new HashMap<>();
    private final Map<SliceKey, Integer> early = new HashMap<>();
    int computations;

    Referee(SimWorld world) {
        this.world = world;
    }

    /** A request arrived that may make a fresh slice be computed again, once. */
    void accepted(SliceRequest ask) {
        if (ask.refresh()) {
            refreshes.merge(ask.key(), 1, Integer::sum);
        }
    }

    void granted(SliceKey key, String token, String holder) {
        check(holder == null, "two hold the lease of " + key.category() + " at once");
        granted.add(token);
    }

    void started(SliceKey key, String version) {
        computations++;
        check(versions.add(version), "two computations write the chunks of one version");
        check(granted.contains(version), "a computation of " + key.category() + " began without the lease");
    }

    void committed(SliceKey key, Manifest manifest, String holder, MemoState before) {
        check(manifest.version().equals(holder), "a commit of " + key.category() + " by someone without the lease");
        if (before.held() != null && before.held().fresh()) {
            check(early.merge(key, 1, Integer::sum) <= refreshes.getOrDefault(key, 0),
                    "a fresh slice of " + key.category() + " was computed again though nobody asked for that");
        }
        Instant now = world.now();
        commits.put(manifest.version(), new Committed(now, now.plusMillis(
                manifest.staleAt().toEpochMilli() - manifest.computedAt().toEpochMilli())));
    }

    void learnt(Manifest manifest) {
        learnt.put(manifest.version(), world.now());
    }

    /** A request accepted then is now answered. */
    void answered(SliceRequest ask, Instant accepted, Signal signal, SimBroker broker) {
        check(broker.log.stream().anyMatch(announced -> !announced.at().isBefore(accepted)
                && announced.signal().equals(signal)), "an answer that was not announced after the request was accepted");
        if (!(signal instanceof Signal.Ready ready)) {
            check(signal instanceof Signal.Failed, "a request was answered by something that is no end");
            return;
        }
        String version = ready.manifest().version();
        Committed commit = commits.get(version);
        check(commit != null, "a version was announced that was never committed");
        Instant known = learnt.getOrDefault(version, commit.at());
        boolean late = !commit.at().isBefore(accepted) || !known.isBefore(accepted);
        if (ask.insists()) {
            check(late, "a refresh was answered by an older slice");
        } else if (ask.ifVersion() != null) {
            check(late || !version.equals(ask.ifVersion()), "a refresh was answered by the version it named");
        } else {
            check(late || commit.stale().plus(SimMemo.TIMEOUT).isAfter(accepted),
                    "a request was answered by a slice that was stale already");
        }
    }

    /** Whoever lives follows a computing by an end; after a crash its leaseUntil tells readers. */
    void atTheEnd(SimBroker broker) {
        Map<SliceKey, SimBroker.Announced> last = new HashMap<>();
        broker.log.forEach(announced -> last.put(announced.signal().key(), announced));
        last.values().forEach(word -> check(
                !(word.signal() instanceof Signal.Computing) || !word.senderLives().getAsBoolean(),
                "the last word on " + word.signal().key().category() + " is that it is being computed"));
    }

    void check(boolean good, String complaint) {
        if (!good) {
            world.broken = new AssertionError(complaint + ", at " + world.elapsed());
            throw world.broken;
        }
    }
}
