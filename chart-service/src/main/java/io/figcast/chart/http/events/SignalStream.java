package io.figcast.chart.http.events;

import java.util.OptionalLong;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

import io.figcast.chart.kafka.Signals;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;

/**
 * The event stream of one client: a cursor over the states of all categories. While the client is slow the cursor rests, and
 * by the nature of {@link Signals} only the newest signal of each category waits for it. Used on one event loop only.
 */
final class SignalStream {

    private static final int BATCH_BYTES = 16 * 1024;
    private static final Buffer HEARTBEAT = Buffer.buffer(":\n\n");

    private final Signals states;
    private final HttpServerResponse response;
    private final @Nullable String dataset;
    private final BooleanSupplier whole;
    private final @Nullable String lastSeen;
    private final OptionalLong end;
    private Signals.@Nullable Log log;
    private long cursor;
    private long takenNanos = System.nanoTime();
    private long writtenNanos = takenNanos;

    /**
     * @param whole whether the states are those of now: while this replica is still reading what happened before its start,
     *        it would tell its clients old news
     * @param lastSeen the id of the last event that the client has seen
     * @param end when the client may no longer look, in seconds since 1970
     */
    SignalStream(Signals states, BooleanSupplier whole, HttpServerResponse response, @Nullable String dataset,
            @Nullable String lastSeen, OptionalLong end) {
        this.states = states;
        this.whole = whole;
        this.response = response;
        this.dataset = dataset;
        this.lastSeen = lastSeen;
        this.end = end;
    }

    /** Writes what the client has not seen yet, as far as it takes it; goes on by itself when the client has taken more. */
    void advance() {
        if (log == null && !whole.getAsBoolean()) {
            return;
        }
        Signals.Log now = states.log();
        if (log != now) {
            cursor = log == null ? now.offsetOf(lastSeen) : -1;
            log = now;
        }
        while (!response.writeQueueFull()) {
            Buffer next = nextBatch(now);
            if (next == null) {
                return;
            }
            write(next);
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
        for (Signals.Entry state : read.after(cursor, dataset)) {
            cursor = state.offset();
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

    /** Now and then: a stream that had to wait begins, and a silent one carries a comment. */
    void beat(long nowNanos, long everyNanos) {
        if (log == null) {
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
