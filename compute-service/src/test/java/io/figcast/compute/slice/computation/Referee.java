package io.figcast.compute.slice.computation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

import io.figcast.compute.slice.Manifest;
import io.figcast.compute.slice.Signal;
import io.figcast.compute.slice.SliceKey;

/** Watches one simulation and says where a promise is broken. Knows only what really happened, never what was believed. */
final class Referee {

    private record Committed(Instant at, Instant stale) {
    }

    /** A run that has not ended. */
    private record Active(String version, Instant since, BooleanSupplier lives) {
    }

    /** A refresh that was accepted, and is over when it was answered, sent away or lost with its process. */
    static final class Refresh {

        private final SliceRequest request;
        private Instant over;

        private Refresh(SliceRequest request) {
            this.request = request;
        }
    }

    private final SimWorld world;
    private final Map<String, Instant> granted = new HashMap<>();
    private final Map<String, Instant> starts = new HashMap<>();
    private final Map<String, String> read = new HashMap<>();
    private final Map<String, Committed> commits = new HashMap<>();
    private final Map<String, Instant> learnt = new HashMap<>();
    private final Map<String, Instant> gone = new HashMap<>();
    private final List<Refresh> refreshes = new ArrayList<>();
    private final Map<SliceKey, List<Active>> active = new HashMap<>();
    private final Map<String, Integer> lostRenewals = new HashMap<>();
    private final Map<SliceKey, Set<String>> carriedOut = new HashMap<>();
    private final Set<String> onceCarriedOut = new HashSet<>();
    private final Map<String, Instant> forgetsAnswered = new HashMap<>();
    private final Map<String, Set<String>> about = new HashMap<>();
    private final Map<SliceKey, Instant> forgotten = new HashMap<>();
    private Instant excused = Instant.MIN;
    private Instant notesLost = Instant.MIN;
    int computations;
    int scansOfSeveral;

    Referee(SimWorld world) {
        this.world = world;
    }

    /** A refresh was accepted: as long as it is not over, a fresh slice may be computed again. */
    Refresh accepted(SliceRequest request) {
        Refresh refresh = new Refresh(request);
        if (request.refresh()) {
            refreshes.add(refresh);
        }
        return refresh;
    }

    void over(Refresh refresh) {
        refresh.over = world.now();
    }

    /** Leases may be lost now that nobody gave back. */
    void excuse() {
        excused = world.now();
    }

    void renewal(String version, boolean arrives) {
        lostRenewals.merge(version, 1, (before, one) -> arrives ? 0 : before + one);
        if (arrives) {
            lostRenewals.put(version, 0);
        }
    }

    void granted(SliceKey key, String token, String holder) {
        check(holder == null, "two hold the lease of " + key.category() + " at once");
        granted.put(token, world.now());
    }

    void scanned(int slices) {
        scansOfSeveral += slices > 1 ? 1 : 0;
    }

    void started(SliceKey key, String version, BooleanSupplier lives) {
        computations++;
        check(starts.put(version, world.now()) == null, "two computations write the chunks of one version");
        check(granted.containsKey(version), "a computation of " + key.category() + " began without the lease");
        List<Active> others = active.computeIfAbsent(key, none -> new ArrayList<>());
        Active run = new Active(version, granted.get(version), lives);
        others.forEach(other -> check(!other.lives.getAsBoolean() || mayHaveLostItsLease(key, other)
                || mayHaveLostItsLease(key, run), "two computations of " + key.category() + " run at once"));
        others.add(run);
    }

    private boolean mayHaveLostItsLease(SliceKey key, Active run) {
        // One lost renewal is no reason.
        return !excused.isBefore(run.since) || !forgotten.getOrDefault(key, Instant.MIN).isBefore(run.since)
                || lostRenewals.getOrDefault(run.version, 0) > 1;
    }

    /** It has ended, or was told to. */
    void ended(SliceKey key, String version) {
        active.getOrDefault(key, new ArrayList<>()).removeIf(run -> run.version.equals(version));
    }

    void read(String version, String fingerprint) {
        read.put(version, fingerprint);
    }

    /** @param fresh the version that it replaces before its time, or null */
    void committed(SliceKey key, Manifest manifest, String holder, String fresh) {
        String version = manifest.version();
        Instant start = starts.getOrDefault(version, world.now());
        check(version.equals(holder), "a commit of " + key.category() + " by someone without the lease");
        check(key.fingerprint().equals(read.getOrDefault(version, key.fingerprint())),
                "the rows of other data were committed for " + key.category());
        check(!forgotten.getOrDefault(key, Instant.MIN).isAfter(start),
                "a slice of " + key.category() + " was read before it was forgotten, and committed after it");
        check(fresh == null || refreshes.stream().anyMatch(refresh -> wanted(refresh, key, fresh, start)),
                "a fresh slice of " + key.category() + " was computed again though nobody asked for that");
        Instant now = world.now();
        commits.put(version, new Committed(now, now.plusMillis(
                manifest.staleAt().toEpochMilli() - manifest.computedAt().toEpochMilli())));
    }

    private static boolean wanted(Refresh refresh, SliceKey key, String fresh, Instant start) {
        return refresh.request.key().category().equals(key.category())
                && (refresh.over == null || !refresh.over.isBefore(start))
                && (refresh.request.ifVersion() == null || refresh.request.ifVersion().equals(fresh));
    }

    void learnt(Manifest manifest) {
        learnt.put(manifest.version(), world.now());
    }

    /** Requests to forget were carried out. */
    void forgot(SliceKey key, List<String> requests, String version, boolean nothingLeft, boolean leaseTaken) {
        Set<String> before = carriedOut.computeIfAbsent(key, none -> new HashSet<>());
        boolean again = before.containsAll(requests);
        check(!again || !leaseTaken && (version == null || !nothingLeft),
                "a forget that came again removed what came after it");
        check(version == null || !nothingLeft || requests.stream().anyMatch(request -> !forgetsAnswered
                .getOrDefault(request, Instant.MAX).isBefore(starts.getOrDefault(version, Instant.MIN))),
                "a forget that came again removed what came after it, of other data");
        before.addAll(requests);
        onceCarriedOut.addAll(requests);
        if (!again) {
            forgotten.put(key, world.now());
        }
        if (version != null && nothingLeft) {
            gone.put(version, world.now());
        }
    }

    /** Of which data a forget is, as whoever came first with it has noted: who was killed before that was never there. */
    void noted(String request, String fingerprints) {
        about.put(request, Set.of(fingerprints.split(" ")));
    }

    boolean isAbout(SimRequest forget, String fingerprint) {
        return about.getOrDefault(forget.id, Set.of()).contains(fingerprint);
    }

    /** @param left the version that lies there now, of the data as they were when the request came for the first time */
    void forgetAnswered(SimRequest forget, Instant accepted, Signal signal, String left, SimBroker broker) {
        String request = forget.id;
        check(broker.log.stream().anyMatch(announced -> !announced.at().isBefore(accepted)
                && announced.signal().equals(signal)), "a forget that was not announced after it was accepted");
        if (accepted.isAfter(notesLost)) {
            forgetsAnswered.putIfAbsent(request, world.now());
        }
        check(left == null || starts.getOrDefault(left, accepted).isAfter(forget.firstAccepted),
                "a slice of the data as they are was not forgotten");
        check(signal instanceof Signal.Invalidated gone && gone.forgets().contains(request)
                && onceCarriedOut.contains(request), "a slice was not forgotten");
    }

    void evicted(String name, SliceKey key) {
        String[] parts = name.split(":");
        if (parts.length > 4) {
            gone.put(parts[3], world.now());
        } else if (parts[parts.length - 1].startsWith("forg")) {
            carriedOut.remove(key);
            loseNotes();
        }
    }

    private void loseNotes() {
        forgetsAnswered.clear();
        notesLost = world.now();
    }

    void flushed() {
        carriedOut.clear();
        loseNotes();
        excuse();
    }

    /** A request accepted then is now answered. */
    void answered(SliceRequest request, Instant accepted, Optional<Signal> answer, SimBroker broker) {
        if (answer.isEmpty()) {
            return;
        }
        Signal signal = answer.get();
        check(broker.log.stream().anyMatch(announced -> !announced.at().isBefore(accepted)
                && announced.signal().equals(signal)), "an answer that was not announced after the request was accepted");
        check(signal.key().category().equals(request.key().category()), "an answer about another category");
        if (!(signal instanceof Signal.Ready ready)) {
            check(signal instanceof Signal.Failed || signal instanceof Signal.Invalidated && request.ifVersion() != null,
                    "a request was answered by something that is no end");
            return;
        }
        String version = ready.manifest().version();
        Committed commit = commits.get(version);
        check(commit != null, "a version was announced that was never committed");
        Instant known = learnt.getOrDefault(version, commit.at());
        boolean late = !commit.at().isBefore(accepted) || !known.isBefore(accepted);
        check(late || gone.getOrDefault(version, Instant.MAX).plus(
                gone.containsKey(version) ? SimMemo.TIMEOUT : java.time.Duration.ZERO).isAfter(accepted),
                "a request was answered by what had been forgotten, or a slice without its chunks");
        if (request.insists()) {
            check(late, "a refresh was answered by an older slice");
        } else if (request.ifVersion() != null) {
            check(late || !version.equals(request.ifVersion()), "a refresh was answered by the version it named");
        } else {
            check(late || commit.stale().plus(SimMemo.TIMEOUT).isAfter(accepted),
                    "a request was answered by a slice that was stale already");
        }
    }

    /** Whoever lives follows a computing by an end; after a crash its leaseUntil tells readers. */
    void atTheEnd(SimBroker broker, SimRedis redis) {
        Map<String, SimBroker.Announced> last = new HashMap<>();
        broker.log.forEach(announced -> last.put(announced.signal().key().category(), announced));
        last.values().forEach(word -> check(
                !(word.signal() instanceof Signal.Computing) || !word.senderLives().getAsBoolean(),
                "the last word on " + word.signal().key().category() + " is that it is being computed"));
        Set<String> announced = new HashSet<>();
        broker.log.forEach(word -> {
            if (word.signal() instanceof Signal.Ready ready) {
                announced.add(ready.manifest().version());
            }
        });
        last.values().forEach(word -> check(!(word.signal() instanceof Signal.Invalidated)
                || announced.stream().noneMatch(version -> redis.holds(word.signal().key(), version)),
                "the last word on " + word.signal().key().category() + " is that it is not there"));
    }

    void check(boolean good, String complaint) {
        if (!good) {
            world.broken = new AssertionError(complaint + ", at " + world.elapsed());
            throw world.broken;
        }
    }
}
