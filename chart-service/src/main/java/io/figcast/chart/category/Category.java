package io.figcast.chart.category;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * Everything that this replica knows of one category, and what follows from it: the newest signal, the answer that is held, the
 * look-up under way, the open request, and who waits. It takes events and gives effects; {@link Categories} sees to it that one
 * event at a time arrives and that the effects run afterwards.
 */
class Category<A> {

    private static final Consumer<Caller<?>> MISSING = caller -> caller.failed("SLICE_MISSING",
            "the slice was announced several times, but is not in the memo", 30);
    private static final Consumer<Caller<?>> TOO_MANY = caller -> caller.unavailable("TOO_MANY_REQUESTS",
            "too many categories are being asked for");
    private static final int MAX_ROUNDS = 8;
    private static final long NO_SIGNAL = -1;

    private final CategoryRef ref;
    private final Work<A> work;
    private final Callers<A> callers;
    private final Forgetters forgetters;
    private List<Runnable> effects = new ArrayList<>();
    private long numbers;
    private @Nullable String fingerprint;
    private @Nullable NewestSignal newest;
    private @Nullable Held<A> held;
    private @Nullable Lookup<A> lookup;
    private boolean lookupOutdated;
    private int rounds;
    private final SliceRequest request;
    private final RefreshRequest refresh;

    Category(CategoryRef ref, Limits limits, Work<A> work, Forgetters forgetters) {
        this.ref = ref;
        this.work = work;
        this.callers = new Callers<>(limits);
        this.request = new SliceRequest(limits);
        this.refresh = new RefreshRequest(limits);
        this.forgetters = forgetters;
    }

    View<A> view() {
        return new View<>(held, newest, refresh.isOpen(), refresh.untilNanos());
    }

    List<Runnable> takeEffects() {
        List<Runnable> taken = effects;
        effects = new ArrayList<>(0);
        return taken;
    }

    /** Whether nothing is known of it and nothing under way. */
    boolean isIdle() {
        return newest == null && held == null && lookup == null && !request.isOpen() && callers.isEmpty()
                && forgetters.isEmpty();
    }

    /** Whether time may change something. */
    boolean isPending() {
        return request.isOpen() || !callers.isEmpty() || !forgetters.isEmpty();
    }

    void asked(Caller<A> caller, String newestFingerprint, long now) {
        fingerprint = newestFingerprint;
        callers.add(caller);
        Held<A> good = held;
        if (good != null && good.isGood(newestFingerprint, now)) {
            showAll(good, now);
        } else {
            lookUp();
        }
    }

    void heard(NewestSignal signal, long now) {
        boolean wanted = held != null || request.isOpen() || !callers.isEmpty();
        newest = signal.after(newest);
        if (held != null) {
            hold(judge(held, signal.signal()));
        }
        if (held == null || !held.current() || signal.signal().status() == Signal.Status.FAILED) {
            refresh.close();
        }
        request.heard(signal);
        forgetters.takeForgotten(signal).forEach(told -> effects.add(() -> told.complete(true)));
        if (wanted && isNews(signal.signal()) && !request.isHandingOver()) {
            lookUp();
        }
    }

    /** What is left of an answer after a signal: the same, a doubted one, or none. */
    @Nullable
    Held<A> judge(Held<A> before, Signal signal) {
        return before.after(signal);
    }

    /** Whether it makes sense to look, for the sake of those who wait or so that whoever sees the signal finds it drawn. */
    boolean isNews(Signal signal) {
        String readable = signal.readableVersion();
        boolean known = held != null && held.current() && held.version().equals(readable);
        return readable != null && !known || !callers.isEmpty() && signal.status() != Signal.Status.COMPUTING;
    }

    void found(Lookup<A> ended, Held<A> found, long now) {
        if (!ends(ended)) {
            return;
        }
        if (isOutdated(ended, found)) {
            lookAgain(now);
            return;
        }
        rounds = 0;
        hold(found);
        request.close();
        showAll(found, now);
    }

    /** Whether what was found may have been replaced or withdrawn since the look-up began. */
    boolean isOutdated(Lookup<A> ended, Held<A> found) {
        return lookupOutdated || !found.fingerprint().equals(fingerprint) || newest != null
                && newest.offset() != ended.offset() && !found.version().equals(newest.signal().readableVersion());
    }

    void missing(Lookup<A> ended, long now) {
        if (!ends(ended)) {
            return;
        }
        hold(null);
        if (lookupOutdated || !ended.fingerprint().equals(fingerprint) || offset() != ended.offset()) {
            lookAgain(now);
        } else {
            rounds = 0;
            askFor(now);
        }
    }

    /** Redis or the workers could not do it: {@code away} if what is held is better than nothing then. */
    void notLookedUp(Lookup<A> ended, boolean away, Consumer<? super Caller<A>> why) {
        if (!ends(ended)) {
            return;
        }
        rounds = 0;
        Held<A> old = away && held != null && held.fingerprint().equals(fingerprint) ? held : null;
        Signal.Failure error = view().error();
        tellAll(old == null ? why : caller -> caller.ready(old, true, error));
    }

    private boolean ends(Lookup<A> ended) {
        boolean mine = lookup != null && lookup.number() == ended.number();
        lookup = mine ? null : lookup;
        return mine;
    }

    private void lookUp() {
        if (lookup == null && fingerprint != null) {
            Held<A> known = held != null && held.fingerprint().equals(fingerprint) ? held : null;
            Lookup<A> next = new Lookup<>(++numbers, ref, fingerprint, offset(), known);
            lookup = next;
            lookupOutdated = false;
            effects.add(() -> work.lookUp(next));
        }
    }

    private void lookAgain(long now) {
        if (rounds++ < MAX_ROUNDS) {
            lookUp();
        } else {
            rounds = 0;
            tellWaiting(callers.takeDue(now), now);
            if (!callers.isEmpty()) {
                lookUp();
            }
        }
    }

    /** There is no slice: whoever asked is told why, or waits for the request that is open or is sent now. */
    private void askFor(long now) {
        if (callers.isEmpty()) {
            return;
        }
        if (newest != null && newest.isFailing(now)) {
            long seconds = newest.failingSeconds(now);
            Signal.Failure error = Objects.requireNonNull(newest.signal().error());
            tellAll(caller -> caller.failed(error.code(), error.message(), seconds));
        } else if (!request.ask(newest, now, this::send)) {
            tellAll(request.isOpen() ? MISSING : TOO_MANY);
        } else if (!request.isHandingOver()) {
            tellWaiting(callers.keepWaiting(now), now);
        }
    }

    private long send() {
        long number = ++numbers;
        effects.add(() -> work.request(ref, number));
        return number;
    }

    void sent(long number, long now) {
        if (!request.sent(number)) {
            return;
        }
        if (newest != null && request.isOlderThan(newest) && !callers.isEmpty() && isNews(newest.signal())) {
            lookUp();
        }
        if (lookup == null) {
            tellWaiting(callers.keepWaiting(now), now);
        }
    }

    void notSent(long number, String why, long now) {
        refresh.notSent(number, now);
        if (request.notSent(number) && lookup == null) {
            tellAll(caller -> caller.unavailable("BROKER_UNAVAILABLE", why));
        }
    }

    /** Someone was shown something stale: a newer version is asked for, one such request at a time. */
    void staleNoticed(long now) {
        Held<A> stale = held;
        if (stale != null && stale.current() && view().wantsRefresh(now)) {
            long number = ++numbers;
            refresh.open(number, now);
            effects.add(() -> work.refresh(ref, stale.version(), number));
        }
    }

    void forget(CompletableFuture<Boolean> told, long deadlineNanos) {
        boolean readable = held != null || newest != null && newest.signal().readableVersion() != null;
        forgetters.add(new Forgetters.Forgetter(told, deadlineNanos, offset(), readable));
    }

    /** What has been waited for long enough ends. */
    void timePassed(long now) {
        if (lookup == null && !request.isHandingOver()) {
            tellWaiting(callers.takeDue(now), now);
        }
        forgetters.takeDue(now).forEach(told -> effects.add(() -> told.complete(false)));
        request.timePassed(newest, !callers.isEmpty(), now);
    }

    void catalogueChanged(String newestFingerprint) {
        if (fingerprint != null && !fingerprint.equals(newestFingerprint)) {
            fingerprint = newestFingerprint;
            if (!callers.isEmpty()) {
                lookUp();
            }
        }
    }

    void topicBeganAnew() {
        newest = null;
        held = held == null ? null : held.doubted();
        request.topicBeganAnew();
        lookupOutdated = true;
        forgetters.beginAnew();
    }

    /** Its newest signal is one too many to be kept. */
    void signalDropped(long offset) {
        if (offset() == offset) {
            newest = null;
            lookupOutdated = true;
        }
    }

    /** The rows of this version turned out not to be there any more. */
    void rowsMissing(String version) {
        if (held != null && held.version().equals(version)) {
            hold(null);
        }
    }

    void evict() {
        hold(null);
    }

    void weighed(A answer, long bytes) {
        if (held != null && held.answer() == answer) {
            held = held.weighing(bytes);
        }
    }

    void stop(long now) {
        forgetters.takeAll().forEach(told -> effects.add(() -> told.complete(false)));
        if (lookup == null) {
            tellWaiting(callers.takeAll(), now);
        }
    }

    private void hold(@Nullable Held<A> next) {
        Held<A> before = held;
        held = next;
        if (next == null || before == null || !before.version().equals(next.version())) {
            refresh.close();
        }
        if (next == null && before != null && newest != null && newest.signal().readableVersion() == null) {
            effects.add(() -> work.dropRows(before.slice()));
        }
    }

    private void showAll(Held<A> shown, long now) {
        boolean stale = shown.freshness().at(now) != Freshness.Age.FRESH;
        Signal.Failure error = view().error();
        tellAll(caller -> caller.ready(shown, stale, error));
        if (stale) {
            staleNoticed(now);
        }
    }

    private void tellAll(Consumer<? super Caller<A>> what) {
        callers.takeAll().forEach(caller -> effects.add(() -> what.accept(caller)));
    }

    private void tellWaiting(List<Caller<A>> over, long now) {
        Signal.Run run = newest != null && newest.isComputing(now) ? newest.signal().run() : null;
        OptionalLong expected = newest == null || newest.computeMillis() == null ? OptionalLong.empty()
                : OptionalLong.of(newest.computeMillis());
        long requested = request.requestedNanos(now);
        over.forEach(caller -> effects.add(() -> caller.waiting(requested, run, expected)));
    }

    private long offset() {
        return newest == null ? NO_SIGNAL : newest.offset();
    }
}
