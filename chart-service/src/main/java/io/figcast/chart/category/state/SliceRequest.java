package io.figcast.chart.category.state;

import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.figcast.chart.category.NewestSignal;
import io.figcast.chart.category.Signal;

/**
 * The request for the slice of one category, from when it is sent until a slice is found: one however many ask. A signal
 * without a slice is asked again three times, then not for a while; silence is asked again after the time of patience.
 */
final class SliceRequest {

    static final int MAX_MISSES = 3;
    static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(30);

    /**
     * It as it was sent.
     *
     * @param requestedNanos when it was first asked for
     * @param offset the newest signal of the category at that moment; what comes later may be the answer
     * @param misses how often {@code ready} was announced and no slice found
     */
    private record Open(long number, long requestedNanos, long sentNanos, long offset, int misses, boolean handedOver) {
    }

    private final Limits limits;
    private @Nullable Open open;
    private boolean outstanding;

    SliceRequest(Limits limits) {
        this.limits = limits;
    }

    boolean isOpen() {
        return open != null;
    }

    boolean isHandingOver() {
        return open != null && !open.handedOver();
    }

    long requestedNanos(long now) {
        return open == null ? now : open.requestedNanos();
    }

    boolean isOlderThan(@Nullable NewestSignal newest) {
        return open != null && newest != null && newest.offset() != open.offset();
    }

    /** Whether one is open; a new one is sent where that makes sense, under the number that {@code send} gives it. */
    boolean ask(@Nullable NewestSignal newest, long now, Supplier<Long> send) {
        Open before = open;
        if (before == null) {
            return send(newest, now, now, 0, send);
        }
        if (!isAnsweredBy(before, newest)) {
            return !isSilent(before, newest, now) || send(newest, before.requestedNanos(), now, before.misses(), send);
        }
        if (newest == null || newest.signal().status() != Signal.Status.READY) {
            return send(newest, now, now, 0, send);
        }
        if (before.misses() < MAX_MISSES) {
            return send(newest, before.requestedNanos(), now, before.misses() + 1, send);
        }
        return now - before.sentNanos() > PAUSE_NANOS && send(newest, now, now, 0, send);
    }

    private boolean send(@Nullable NewestSignal newest, long requested, long now, int misses, Supplier<Long> send) {
        if (!outstanding && !limits.enterOutstanding()) {
            open = null;
            return false;
        }
        outstanding = true;
        open = new Open(send.get(), requested, now, newest == null ? -1 : newest.offset(), misses, false);
        return true;
    }

    /** Whether it was this one that the broker has now. */
    boolean sent(long number) {
        if (open == null || open.number() != number) {
            return false;
        }
        open = new Open(number, open.requestedNanos(), open.sentNanos(), open.offset(), open.misses(), true);
        return true;
    }

    /** Whether it was this one that the broker did not take. */
    boolean notSent(long number) {
        boolean mine = open != null && open.number() == number;
        if (mine) {
            close();
        }
        return mine;
    }

    void heard(NewestSignal newest) {
        if (open != null && isAnsweredBy(open, newest)) {
            leaveOutstanding();
        }
    }

    /** A slice was found, or there is no hope. */
    void close() {
        open = null;
        leaveOutstanding();
    }

    /** After the time of patience nothing more is expected; the request is dropped unless somebody waits. */
    void timePassed(@Nullable NewestSignal newest, boolean awaited, long now) {
        if (open != null && isSilent(open, newest, now)) {
            leaveOutstanding();
            open = awaited || now - open.sentNanos() <= PAUSE_NANOS ? open : null;
        }
    }

    void topicBeganAnew() {
        open = open == null ? null
                : new Open(open.number(), open.requestedNanos(), open.sentNanos(), -1, open.misses(), open.handedOver());
    }

    private boolean isSilent(Open request, @Nullable NewestSignal newest, long now) {
        boolean running = newest != null && newest.isComputing(now);
        return !running && request.handedOver() && now - request.sentNanos() > limits.patienceNanos();
    }

    private static boolean isAnsweredBy(Open request, @Nullable NewestSignal newest) {
        return newest != null && newest.offset() > request.offset() && newest.signal().isTerminal();
    }

    private void leaveOutstanding() {
        if (outstanding) {
            outstanding = false;
            limits.leaveOutstanding();
        }
    }
}
