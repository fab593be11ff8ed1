package io.figcast.chart.http.events;

import java.util.OptionalLong;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

import io.figcast.chart.kafka.Signals;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;

/**
 * The event stream of one client: a cursor over the states of all categories. While the client is slow the cursor rests, and
 * by the nature of {@link Signals} only the newest signal of each category waits for it. A client that says how many it wants
 * to be told of in a second is told of more by one event, after which it asks for what it looks at. Used on one event loop
 * only.
 */
final class SignalStream {

    /**
     * What a client wants to hear.
     *
     * @param dataset all if null
     * @param most signals in a second, and only those that change anything; all if 0
     * @param lastSeen the id of the last event that the client has seen
     */
    record Wanted(@Nullable String dataset, int most, @Nullable String lastSeen) {
    }

    private static final int BATCH_BYTES = 16 * 1024;
    private static final Buffer HEARTBEAT = Buffer.buffer(":\n\n");

    private final Signals states;
    private final HttpServerResponse response;
    private final Wanted wanted;
    private final BooleanSupplier whole;
    private final OptionalLong end;
    private Signals.@Nullable Log log;
    private long cursor;
    private int left;
    private long takenNanos = System.nanoTime();
    private long writtenNanos = takenNanos;

    /**
     * @param whole whether the states are those of now: while this replica is still reading what happened before its start,
     *        it would tell its clients old news
     * @param end when the client may no longer look, in seconds since 1970
     */
    SignalStream(Signals states, BooleanSupplier whole, HttpServerResponse response, Wanted wanted,
            OptionalLong end) {
        this.states = states;
        this.whole = whole;
        this.response = response;
        this.wanted = wanted;
        this.left = wanted.most();
        this.end = end;
    }

    /** Writes what the client has not seen yet, as far as it takes it; goes on by itself when the client has taken more. */
    void advance() {
        if (log == null && !whole.getAsBoolean()) {
            return;
        }
        Signals.Log now = states.log();
        if (log != now) {
            cursor = log == null ? now.offsetOf(wanted.lastSeen()) : -1;
            boolean first = log == null;
            log = now;
            if (first) {
                tellOfMany(now);
            }
        }
        while (!response.writeQueueFull() && !isTooMuch(now)) {
            Buffer next = nextBatch(now);
            if (next == null) {
                return;
            }
            write(next);
        }
        if (!response.writeQueueFull()) {
            return;
        }
        response.drainHandler(drained -> {
            takenNanos = System.nanoTime();
            advance();
        });
    }

    /** One event as it is, shared with all other clients; several are joined, so that a new client costs few writes. */
    private @Nullable Buffer nextBatch(Signals.Log read) {
        Buffer first = null;
        Buffer joined = null;
        for (Signals.Entry state : read.after(cursor, wanted.dataset())) {
            boolean seen = wanted.most() > 0 && state.since() <= cursor;
            cursor = state.offset();
            if (seen) {
                continue;
            }
            left--;
            if (first == null) {
                first = state.event();
                continue;
            }
            joined = (joined == null ? Buffer.buffer(BATCH_BYTES).appendBuffer(first) : joined).appendBuffer(state.event());
            if (joined.length() >= BATCH_BYTES) {
                break;
            }
        }
        return joined == null ? first : joined;
    }

    /** Whether more waits than is left of what the client wants to hear in this second. */
    private boolean isTooMuch(Signals.Log read) {
        if (wanted.most() == 0) {
            return false;
        }
        int count = 0;
        for (Signals.Entry state : read.after(cursor, wanted.dataset())) {
            count += state.since() <= cursor ? 0 : 1;
            if (count > left) {
                return true;
            }
        }
        return false;
    }

    /** One event for all that wait, where these are too many. */
    private void tellOfMany(Signals.Log read) {
        if (!response.writeQueueFull() && isTooMuch(read)) {
            cursor = read.last(wanted.dataset());
            String about = wanted.dataset() == null ? "{}" : "{\"dataset\":\"" + wanted.dataset() + "\"}";
            write(Buffer.buffer("event: changes\nid: " + read.topic() + "-" + cursor + "\ndata: " + about + "\n\n"));
        }
    }

    /** Once a second: a stream that had to wait goes on, and a silent one carries a comment. */
    void beat(long nowNanos, long everyNanos) {
        left = wanted.most();
        Signals.Log read = log;
        if (read != null && read == states.log()) {
            tellOfMany(read);
        }
        if (read == null || wanted.most() > 0) {
            advance();
        }
        if (!response.writeQueueFull() && nowNanos - writtenNanos >= everyNanos) {
            write(HEARTBEAT);
        }
    }

    boolean isStalled(long nowNanos, long maxStallNanos) {
        return response.writeQueueFull() && nowNanos - takenNanos > maxStallNanos;
    }

    boolean isOver(long nowSeconds) {
        return end.isPresent() && nowSeconds >= end.getAsLong();
    }

    private void write(Buffer data) {
        boolean wasFree = !response.writeQueueFull();
        writtenNanos = System.nanoTime();
        takenNanos = wasFree ? writtenNanos : takenNanos;
        response.write(data);
    }
}
