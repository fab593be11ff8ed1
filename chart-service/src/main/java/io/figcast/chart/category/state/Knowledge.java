package io.figcast.chart.category.state;

import org.jspecify.annotations.Nullable;

import io.figcast.chart.category.Held;
import io.figcast.chart.category.NewestSignal;
import io.figcast.chart.category.Signal;

/** What is known of one category: its newest signal, the answer that is held, and its dataset's edition. */
class Knowledge<A> {

    private static final long NO_SIGNAL = -1;

    private @Nullable String edition;
    private @Nullable NewestSignal newest;
    private @Nullable Held<A> held;

    @Nullable
    String edition() {
        return edition;
    }

    @Nullable
    NewestSignal newest() {
        return newest;
    }

    @Nullable
    Held<A> held() {
        return held;
    }

    /** What is held, if it was computed for the dataset as it is now. */
    @Nullable
    Held<A> heldOfPresent() {
        return held != null && held.edition().equals(edition) ? held : null;
    }

    boolean isNothing() {
        return newest == null && held == null;
    }

    /** The newest signal's place in the topic; before all places if none is known. */
    long offset() {
        return newest == null ? NO_SIGNAL : newest.offset();
    }

    boolean isWithdrawn() {
        return newest != null && newest.signal().readableVersion() == null;
    }

    void datasetIs(String newestEdition) {
        edition = newestEdition;
    }

    void heard(NewestSignal signal) {
        newest = signal.after(newest);
    }

    void forgetSignal() {
        newest = null;
    }

    void hold(@Nullable Held<A> next) {
        held = next;
    }

    /** What is left of an answer after a signal: the same, a doubted one, or none. */
    @Nullable
    Held<A> judge(Held<A> before, Signal signal) {
        return before.after(signal);
    }

    /** Whether it makes sense to look, for the sake of those who wait or so that whoever sees the signal finds it drawn. */
    boolean isNews(Signal signal, boolean awaited) {
        String readable = signal.readableVersion();
        boolean known = held != null && held.current() && held.version().equals(readable);
        return readable != null && !known || awaited && signal.status() != Signal.Status.COMPUTING;
    }

    /** Whether what was found may have been replaced or withdrawn since the look-up began. */
    boolean isOutdated(Lookup<A> ended, Held<A> found) {
        return !found.edition().equals(edition) || newest != null && newest.offset() != ended.offset()
                && !found.version().equals(newest.signal().readableVersion());
    }

    /** Whether something may have been stored since the look-up began that found nothing. */
    boolean isOutdated(Lookup<A> ended) {
        return !ended.edition().equals(edition) || offset() != ended.offset();
    }
}
