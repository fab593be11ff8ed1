package io.figcast.chart.category;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a category at one moment, for those who only look.
 *
 * @param held the answer, if one is held
 * @param newest its newest signal, if one is known
 * @param refreshing whether a refresh has been asked for
 * @param refreshUntil until when no other one is asked for then
 */
public record View<A>(@Nullable Held<A> held, @Nullable NewestSignal newest, boolean refreshing, long refreshUntil) {

    /** What the newest signal says of a failed computation of what is held. */
    public Signal.@Nullable Failure error() {
        Signal signal = newest == null ? null : newest.signal();
        boolean about = signal != null && held != null && (signal.slice() == null || signal.slice().equals(held.slice()));
        return signal != null && about ? signal.error() : null;
    }

    /** Whether a refresh of what has become stale is to be asked for. */
    public boolean wantsRefresh(long nowNanos) {
        return (!refreshing || nowNanos - refreshUntil >= 0)
                && (newest == null || !newest.isComputing(nowNanos) && !newest.isFailing(nowNanos));
    }
}
