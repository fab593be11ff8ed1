package io.figcast.chart.category.state;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/** Those who wait for the outcome of one category; only those who wait for a signal count against the bound of all. */
final class Callers<A> {

    private record Entry<A>(Caller<A> caller, boolean counted) {
    }

    private final Limits limits;
    private final Deque<Entry<A>> entries = new ArrayDeque<>(0);

    Callers(Limits limits) {
        this.limits = limits;
    }

    void add(Caller<A> caller) {
        entries.add(new Entry<>(caller, false));
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    List<Caller<A>> takeAll() {
        return take(entry -> true);
    }

    /** Those who wait for a signal. */
    List<Caller<A>> takeWaiting() {
        return take(Entry::counted);
    }

    List<Caller<A>> takeDue(long nowNanos) {
        return take(entry -> isDue(entry, nowNanos));
    }

    /** Lets the others wait for a signal, as many as may; returns those whose time is over and those that may not. */
    List<Caller<A>> keepWaiting(long nowNanos) {
        List<Caller<A>> over = takeDue(nowNanos);
        List<Entry<A>> all = List.copyOf(entries);
        entries.clear();
        for (Entry<A> entry : all) {
            if (entry.counted() || limits.enterWaiting()) {
                entries.add(new Entry<>(entry.caller(), true));
            } else {
                over.add(entry.caller());
            }
        }
        return over;
    }

    private static boolean isDue(Entry<?> entry, long nowNanos) {
        return nowNanos - entry.caller().deadlineNanos() >= 0;
    }

    private List<Caller<A>> take(Predicate<Entry<A>> which) {
        List<Caller<A>> taken = new ArrayList<>();
        entries.removeIf(entry -> {
            if (!which.test(entry)) {
                return false;
            }
            if (entry.counted()) {
                limits.leaveWaiting();
            }
            taken.add(entry.caller());
            return true;
        });
        return taken;
    }
}
