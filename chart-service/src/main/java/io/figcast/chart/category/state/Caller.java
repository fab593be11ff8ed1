package io.figcast.chart.category.state;

import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;

import io.figcast.chart.category.Held;
import io.figcast.chart.category.Signal;

/** One who asked for a category; is told exactly once how it ended. */
public interface Caller<A> {

    /** Until when it waits, on this machine's own clock. */
    long deadlineNanos();

    /** There is something to show; {@code error} says that a newer computation failed. */
    void ready(Held<A> held, boolean stale, Signal.@Nullable Failure error);

    /** Nothing is there yet; it has been asked for. */
    void waiting(long requestedNanos, Signal.@Nullable Run run, OptionalLong expectedMillis);

    /** The computation failed and there is nothing older to show. */
    void failed(String code, String message, long retryAfterSeconds);

    /** Nothing to show, and nothing can be asked for at the moment. */
    void unavailable(String code, String detail);
}
