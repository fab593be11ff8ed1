package io.figcast.chart.http.events;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;

import io.figcast.chart.http.problem.Abort;
import io.netty.channel.EventLoop;
import io.quarkus.logging.Log;
import io.vertx.core.http.HttpServerRequest;

/** The streams of one event loop: all of them are told of new signals by one task, which works without locks. */
final class StreamLoop {

    private final EventLoop loop;
    private final StreamConfig config;
    private final Runnable left;
    private final Map<HttpServerRequest, SignalStream> streams = new LinkedHashMap<>();
    private final AtomicBoolean told = new AtomicBoolean();

    /** @param left told of each stream that ended here and not at its client */
    StreamLoop(EventLoop loop, StreamConfig config, Runnable left) {
        this.loop = loop;
        this.config = config;
        this.left = left;
    }

    void add(HttpServerRequest request, SignalStream stream) {
        streams.put(request, stream);
        stream.advance();
    }

    /** Whether it was there. */
    boolean remove(HttpServerRequest request) {
        return streams.remove(request) != null;
    }

    /** From any thread; many signals in a row cause one round. */
    void tell() {
        if (told.compareAndSet(false, true)) {
            loop.execute(() -> {
                told.set(false);
                each((request, stream) -> stream.advance());
            });
        }
    }

    /**
     * From any thread: heartbeats, an end to clients whose login has ended, and to those that take nothing; the number of
     * these is handed on.
     */
    void sweep(IntConsumer disconnected) {
        loop.execute(() -> {
            long now = System.nanoTime();
            long nowSeconds = System.currentTimeMillis() / 1000;
            var stalled = new ArrayList<HttpServerRequest>();
            var over = new ArrayList<HttpServerRequest>();
            each((request, stream) -> {
                if (stream.isStalled(now, config.maxStall().toNanos())) {
                    stalled.add(request);
                } else if (stream.isOver(nowSeconds)) {
                    over.add(request);
                } else {
                    stream.beat(now, config.heartbeat().toNanos());
                }
            });
            // An end would wait for the client to take what is written already.
            stalled.forEach(Abort::now);
            over.forEach(request -> request.response().end());
            disconnected.accept(stalled.size());
        });
    }

    /** One stream that cannot be written to, whatever the reason, must not end the round of the others. */
    private void each(BiConsumer<HttpServerRequest, SignalStream> action) {
        for (var entry : List.copyOf(streams.entrySet())) {
            try {
                action.accept(entry.getKey(), entry.getValue());
            } catch (RuntimeException e) {
                Log.debug("An event stream is ended because it cannot be written to", e);
                if (remove(entry.getKey())) {
                    left.run();
                }
                Abort.now(entry.getKey());
            }
        }
    }

    void endAll() {
        loop.execute(() -> new ArrayList<>(streams.keySet()).forEach(request -> request.response().end()));
    }
}
