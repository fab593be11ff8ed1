package io.figcast.chart.category.state;

import java.util.Objects;
import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;

import io.figcast.chart.category.Held;
import io.figcast.chart.category.NewestSignal;
import io.figcast.chart.category.Signal;

/** What those who asked are told. */
public interface Reply<A> {

    void tell(Caller<A> caller);

    static <A> Reply<A> ready(Held<A> held, boolean stale, Signal.@Nullable Failure error) {
        return caller -> caller.ready(held, stale, error);
    }

    static <A> Reply<A> waiting(long requestedNanos, @Nullable NewestSignal newest, long now) {
        Signal.Run run = newest != null && newest.isComputing(now) ? newest.signal().run() : null;
        OptionalLong expected = newest == null || newest.computeMillis() == null ? OptionalLong.empty()
                : OptionalLong.of(newest.computeMillis());
        return caller -> caller.waiting(requestedNanos, run, expected);
    }

    /** It failed so recently that it is not asked for again. */
    static <A> Reply<A> failing(NewestSignal newest, long now) {
        long seconds = newest.failingSeconds(now);
        Signal.Failure error = Objects.requireNonNull(newest.signal().error());
        return caller -> caller.failed(error.code(), error.message(), seconds);
    }

    static <A> Reply<A> sliceMissing() {
        return caller -> caller.failed("SLICE_MISSING", "the slice was announced several times, but is not in the memo", 30);
    }

    static <A> Reply<A> tooManyRequests() {
        return caller -> caller.unavailable("TOO_MANY_REQUESTS", "too many categories are being asked for");
    }

    static <A> Reply<A> brokerAway(String why) {
        return caller -> caller.unavailable("BROKER_UNAVAILABLE", why);
    }
}
