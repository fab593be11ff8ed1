package io.figcast.chart.category.state;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongPredicate;

import org.jspecify.annotations.Nullable;

import io.figcast.chart.category.CategoryRef;
import io.figcast.chart.category.Freshness;
import io.figcast.chart.category.Held;
import io.figcast.chart.category.NewestSignal;
import io.figcast.chart.category.Signal;
import io.figcast.chart.category.View;

/**
 * Everything that this replica knows of one category, and what follows from it: the newest signal, the answer that is held, the
 * look-up under way, the open request, and who waits. It takes events and returns effects; {@link Categories} ensures that
 * events arrive one at a time and that effects run afterwards.
 */
final class Category<A> {

    private final Effects<A> effects;
    private final Knowledge<A> known;
    private final Callers<A> callers;
    private final Forgetters forgetters;
    private final OpenLookup<A> lookup = new OpenLookup<>();
    private final SliceRequest request;
    private final RefreshRequest refresh;

    Category(CategoryRef ref, Limits limits, Work<A> work) {
        this(ref, limits, work, new Knowledge<>(), new Forgetters());
    }

    Category(CategoryRef ref, Limits limits, Work<A> work, Knowledge<A> known, Forgetters forgetters) {
        this.effects = new Effects<>(ref, work);
        this.known = known;
        this.callers = new Callers<>(limits);
        this.forgetters = forgetters;
        this.request = new SliceRequest(limits);
        this.refresh = new RefreshRequest(limits);
    }

    View<A> view() {
        return new View<>(known.held(), known.newest(), refresh.isOpen(), refresh.untilNanos());
    }

    List<Runnable> takeEffects() {
        return effects.takeAll();
    }

    /** Whether nothing is known of it and nothing under way. */
    boolean isIdle() {
        return known.isNothing() && !lookup.isOpen() && !request.isOpen() && callers.isEmpty() && forgetters.isEmpty();
    }

    /** Whether time may change something. */
    boolean isPending() {
        return request.isOpen() || !callers.isEmpty() || !forgetters.isEmpty();
    }

    void asked(Caller<A> caller, String newestEdition, long now) {
        known.datasetIs(newestEdition);
        callers.add(caller);
        Held<A> held = known.held();
        if (held != null && held.isGood(newestEdition, now)) {
            showAll(held, now);
        } else {
            lookUp();
        }
    }

    /** @param lookedAt whether somebody was shown what is held not long ago */
    void heard(NewestSignal signal, boolean lookedAt, long now) {
        Held<A> before = known.held();
        boolean wanted = before != null && lookedAt || request.isOpen() || !callers.isEmpty();
        known.heard(signal);
        if (before != null) {
            hold(known.judge(before, signal.signal()));
        }
        Held<A> left = known.held();
        if (left == null || !left.current() || signal.signal().status() == Signal.Status.FAILED) {
            refresh.close();
        }
        request.heard(signal);
        effects.tell(forgetters.takeForgotten(signal.signal()), true);
        // Whoever announced an end may have crashed before it could say that a slice is there already.
        boolean doubtfulEnd = before != null && signal.signal().status() == Signal.Status.INVALIDATED;
        if ((doubtfulEnd || wanted && isNews(signal)) && !request.isHandingOver()) {
            lookUp();
        }
    }

    void found(Lookup<A> ended, Held<A> found, long now) {
        if (!lookup.ends(ended)) {
            return;
        }
        if (lookup.isOvertaken() || known.isOutdated(ended, found)) {
            lookAgain(now);
            return;
        }
        lookup.settle();
        hold(found);
        request.close();
        showAll(found, now);
    }

    void missing(Lookup<A> ended, long now) {
        if (!lookup.ends(ended)) {
            return;
        }
        hold(null);
        if (lookup.isOvertaken() || known.isOutdated(ended)) {
            lookAgain(now);
            return;
        }
        lookup.settle();
        askFor(now);
    }

    /** Redis or the workers could not do it: {@code away} if what is held is better than nothing then. */
    void notLookedUp(Lookup<A> ended, boolean away, Reply<A> why) {
        if (!lookup.ends(ended)) {
            return;
        }
        lookup.settle();
        Held<A> old = away ? known.heldOfPresent() : null;
        tellAll(old == null ? why : Reply.ready(old, true, view().error()));
    }

    private boolean isNews(NewestSignal signal) {
        return known.isNews(signal.signal(), !callers.isEmpty());
    }

    private void lookUp() {
        String edition = known.edition();
        if (!lookup.isOpen() && edition != null) {
            lookup.open(effects.lookUp(edition, known.offset(), known.heldOfPresent()));
        }
    }

    private void lookAgain(long now) {
        if (lookup.mayRepeat()) {
            lookUp();
            return;
        }
        tellWaiting(callers.takeDue(now), now);
        if (!callers.isEmpty()) {
            lookUp();
        }
    }

    /** There is no slice: whoever asked is told why, or waits for the request that is open or is sent now. */
    private void askFor(long now) {
        if (callers.isEmpty()) {
            return;
        }
        NewestSignal newest = known.newest();
        if (newest != null && newest.isFailing(now)) {
            tellAll(Reply.failing(newest, now));
        } else if (!request.ask(newest, now, effects::request)) {
            tellAll(request.isOpen() ? Reply.sliceMissing() : Reply.tooManyRequests());
        } else if (!request.isHandingOver()) {
            tellWaiting(callers.keepWaiting(now), now);
        }
    }

    void sent(long number, long now) {
        handedOver(request::sent, number, () -> tellWaiting(callers.keepWaiting(now), now));
    }

    void notSent(long number, String why, long now) {
        refresh.notSent(number, now);
        handedOver(request::notSent, number, () -> tellAll(Reply.brokerAway(why)));
    }

    /** Looks at an end that was announced meanwhile, if somebody waits for it. */
    private void handedOver(LongPredicate ended, long number, Runnable otherwise) {
        NewestSignal newest = known.newest();
        boolean heard = newest != null && request.isOlderThan(newest) && !callers.isEmpty() && isNews(newest);
        if (ended.test(number)) {
            if (heard) {
                lookUp();
            }
            if (!lookup.isOpen()) {
                otherwise.run();
            }
        }
    }

    /** Someone was shown something stale: a newer version is asked for, one such request at a time. */
    void staleNoticed(long now) {
        Held<A> stale = known.held();
        if (stale != null && stale.current() && view().wantsRefresh(now)) {
            refresh.open(effects.refresh(stale.version()), now);
        }
    }

    void forget(CompletableFuture<Boolean> told, long deadlineNanos, String request) {
        forgetters.add(new Forgetters.Forgetter(told, deadlineNanos, request));
    }

    /** What has been waited for long enough ends. */
    void timePassed(long now) {
        if (!lookup.isOpen() && !request.isHandingOver()) {
            tellWaiting(callers.takeDue(now), now);
        }
        effects.tell(forgetters.takeDue(now), false);
        request.timePassed(known.newest(), !callers.isEmpty(), now);
    }

    void catalogueChanged(String newestEdition) {
        String before = known.edition();
        if (before != null && !before.equals(newestEdition)) {
            known.datasetIs(newestEdition);
            if (!callers.isEmpty()) {
                lookUp();
            }
        }
    }

    /** The data may have changed under all axes, or only under others: what is held is looked up before it is shown again. */
    void dataChanged() {
        Held<A> held = known.held();
        known.hold(held == null ? null : held.doubted());
        lookup.overtake();
    }

    void topicBeganAnew() {
        known.forgetSignal();
        Held<A> held = known.held();
        known.hold(held == null ? null : held.doubted());
        request.topicBeganAnew();
        lookup.overtake();
    }

    /** Its newest signal is one too many to be kept. */
    void signalDropped(long offset) {
        if (known.offset() == offset) {
            known.forgetSignal();
            lookup.overtake();
        }
    }

    /** The rows of this version turned out not to be there any more. */
    void rowsMissing(String version) {
        Held<A> held = known.held();
        if (held != null && held.version().equals(version)) {
            hold(null);
        }
    }

    void evict() {
        hold(null);
    }

    void weighed(A answer, long bytes) {
        Held<A> held = known.held();
        if (held != null && held.answer() == answer) {
            known.hold(held.weighing(bytes));
        }
    }

    void stop(long now) {
        effects.tell(forgetters.takeAll(), false);
        tellWaiting(lookup.isOpen() ? callers.takeWaiting() : callers.takeAll(), now);
    }

    private void hold(@Nullable Held<A> next) {
        Held<A> before = known.held();
        known.hold(next);
        if (next == null || before == null || !before.version().equals(next.version())) {
            refresh.close();
        }
        if (next == null && before != null && known.isWithdrawn()) {
            effects.dropRows(before.slice());
        }
    }

    private void showAll(Held<A> shown, long now) {
        boolean stale = shown.freshness().at(now) != Freshness.Age.FRESH;
        tellAll(Reply.ready(shown, stale, view().error()));
        if (stale) {
            staleNoticed(now);
        }
    }

    private void tellWaiting(List<Caller<A>> over, long now) {
        effects.tell(over, Reply.waiting(request.requestedNanos(now), known.newest(), now));
    }

    private void tellAll(Reply<A> reply) {
        effects.tell(callers.takeAll(), reply);
    }
}
