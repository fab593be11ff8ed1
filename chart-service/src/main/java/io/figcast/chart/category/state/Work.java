package io.figcast.chart.category.state;

import io.figcast.chart.category.CategoryRef;

/** The effects of a category. No call blocks or throws; each is answered by an event. */
public interface Work<A> {

    /** Answered by {@link Categories#found}, {@link Categories#missing} or {@link Categories#notLookedUp}. */
    void lookUp(Lookup<A> lookup);

    /** Asks for the slice; answered by {@link Categories#sent} or {@link Categories#notSent}. */
    void request(CategoryRef ref, long number);

    /** Asks for a newer version than this; answered likewise. */
    void refresh(CategoryRef ref, String version, long number);

    /** The slice has been withdrawn: whatever is kept of its rows is to go. Not answered. */
    void dropRows(String slice);
}
