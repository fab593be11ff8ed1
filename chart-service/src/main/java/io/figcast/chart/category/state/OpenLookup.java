package io.figcast.chart.category.state;

import org.jspecify.annotations.Nullable;

/** The look-up of one category that is under way: one however many ask. It is made again if it was overtaken meanwhile. */
final class OpenLookup<A> {

    private static final int MAX_ROUNDS = 8;

    private @Nullable Lookup<A> open;
    private boolean overtaken;
    private int rounds;

    boolean isOpen() {
        return open != null;
    }

    void open(Lookup<A> next) {
        open = next;
        overtaken = false;
    }

    /** Whether it was this one that has ended. */
    boolean ends(Lookup<A> ended) {
        boolean mine = open != null && open.number() == ended.number();
        open = mine ? null : open;
        return mine;
    }

    /** Nobody can tell any more whether something was announced since it began. */
    void overtake() {
        overtaken = true;
    }

    boolean isOvertaken() {
        return overtaken;
    }

    /** Whether it may be made again before anybody is told anything. */
    boolean mayRepeat() {
        boolean may = rounds++ < MAX_ROUNDS;
        rounds = may ? rounds : 0;
        return may;
    }

    /** Those who asked are told what it has led to. */
    void settle() {
        rounds = 0;
    }
}
