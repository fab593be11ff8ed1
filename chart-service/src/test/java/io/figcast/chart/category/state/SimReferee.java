package io.figcast.chart.category.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.figcast.chart.category.CategoryRef;
import io.figcast.chart.category.Held;
import io.figcast.chart.category.Signal;

/** Knows what a replica has been told, and what it must therefore never do. */
final class SimReferee {

    static final long LONGEST_OVERTIME = SimWorld.millis(60_000);
    private static final long AT_ONCE = SimWorld.millis(18_000);
    private static final int MOST_REQUESTS_IN_A_PAUSE = SliceRequest.MAX_MISSES + 1;

    /** What was announced of one slice as far as it was received. */
    private static final class Told {

        private int goneBelow;
        private int newestShown = -1;
        private long readableSince = Long.MAX_VALUE;
    }

    /** The requests of one category. */
    private static final class Asked {

        private boolean open;
        private long sentNanos;
        private final List<Long> misses = new ArrayList<>();
    }

    private final SimWorld world;
    private final Map<String, List<String>> versions = new HashMap<>();
    private final Map<String, Told> told = new HashMap<>();
    private final Map<CategoryRef, Asked> asked = new HashMap<>();
    private final Map<CategoryRef, String> slices = new HashMap<>();
    private String titles = "t0";
    private final Set<CategoryRef> doubtful = new HashSet<>();
    private List<CategoryRef> refs = List.of();
    private boolean stopping;
    private boolean crowded;
    private @Nullable AssertionError violation;
    private long troubledUntil;
    int shown;

    SimReferee(SimWorld world) {
        this.world = world;
    }

    void check(boolean holds, String otherwise) {
        if (!holds) {
            violation = new AssertionError(otherwise + " at " + world.now() / SimWorld.millis(1) + " ms");
            throw violation;
        }
    }

    /** Also what was noticed where nobody sees an error. */
    void checkAll() {
        if (violation != null) {
            throw violation;
        }
    }

    String born(String slice) {
        List<String> all = versions.computeIfAbsent(slice, s -> new ArrayList<>());
        all.add(slice + "-v" + all.size());
        return all.get(all.size() - 1);
    }

    int versions(String slice) {
        return versions.getOrDefault(slice, List.of()).size();
    }

    /** From now on a look-up cannot be relied on for a while. */
    void trouble(long untilNanos) {
        troubledUntil = Math.max(troubledUntil, untilNanos);
    }

    /** Not everybody may wait here. */
    void crowd() {
        crowded = true;
    }

    boolean isPatient() {
        return !stopping && !crowded;
    }

    void stop() {
        stopping = true;
    }

    boolean isStopping() {
        return stopping;
    }

    void knows(List<CategoryRef> all) {
        refs = all;
    }

    /** A look begins. */
    void looks(CategoryRef ref) {
        doubtful.remove(ref);
    }

    void received(SimTopic.Announced announced) {
        Signal signal = announced.signal();
        if (signal.status() == Signal.Status.INVALIDATED && signal.ref().axes() == null) {
            refs.stream().filter(ref -> ref.axes() != null && ref.underOwnAxes().equals(signal.ref())).forEach(doubtful::add);
        }
        String slice = String.valueOf(signal.slice());
        Told known = told.computeIfAbsent(slice, s -> new Told());
        String readable = signal.readableVersion();
        if (readable != null) {
            doubtful.remove(signal.ref());
        }
        boolean sure = signal.error() == null || !signal.error().isOfTheStore();
        if (sure) {
            int below = readable == null ? announced.born() : versions.getOrDefault(slice, List.of()).indexOf(readable);
            known.goneBelow = Math.max(known.goneBelow, below);
        }
        known.readableSince = readable == null ? Long.MAX_VALUE : world.now();
        Asked open = asked.computeIfAbsent(signal.ref(), r -> new Asked());
        if (signal.isTerminal()) {
            open.open = false;
        }
        if (signal.status() == Signal.Status.FAILED) {
            open.misses.clear();
        }
    }

    void shown(CategoryRef ref, Held<String> held, boolean stale) {
        shown++;
        requestLedToSomething(ref);
        check(held.answer().endsWith(" " + titles), "figures are shown with titles of before");
        Told known = told.computeIfAbsent(held.slice(), s -> new Told());
        int number = versions.getOrDefault(held.slice(), List.of()).indexOf(held.version());
        if (!stale) {
            check(!doubtful.contains(ref), "what may have changed is shown without a look");
            check(number >= known.goneBelow, "a version is shown as ready that is known to be gone");
            check(number >= known.newestShown, "an older version is put over a newer one");
        }
        known.newestShown = Math.max(known.newestShown, number);
    }

    void requested(CategoryRef ref, long patience) {
        Asked open = asked.computeIfAbsent(ref, r -> new Asked());
        long now = world.now();
        check(!open.open || now - open.sentNanos > patience, "asked again while a request is open");
        open.open = true;
        open.sentNanos = now;
        open.misses.removeIf(at -> now - at > SliceRequest.PAUSE_NANOS);
        open.misses.add(now);
        check(open.misses.size() <= MOST_REQUESTS_IN_A_PAUSE, "asked more than four times for a slice that never comes");
    }

    void requestFailed(CategoryRef ref) {
        Asked open = asked.computeIfAbsent(ref, r -> new Asked());
        open.open = false;
        open.misses.clear();
    }

    /** A look-up found a slice: the next request is another one. */
    void requestLedToSomething(CategoryRef ref) {
        requestFailed(ref);
    }

    void titlesAre(String present) {
        titles = present;
    }

    void sliceIs(CategoryRef ref, String slice) {
        slices.put(ref, slice);
        requestFailed(ref);
    }

    /** Nobody waits in vain for something that was announced and can be read. */
    void leftWaiting(CategoryRef ref, long askedNanos) {
        Told known = told.getOrDefault(slices.getOrDefault(ref, ""), new Told());
        long readable = Math.max(known.readableSince, askedNanos);
        boolean inVain = known.readableSince != Long.MAX_VALUE && readable > troubledUntil
                && world.now() - readable > AT_ONCE;
        check(!inVain || !isPatient(), "waited in vain for what can be read");
    }
}
