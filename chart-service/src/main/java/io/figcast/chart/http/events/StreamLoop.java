package io.figcast.chart.http.events;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;

import io.netty.channel.EventLoop;
import io.vertx.core.http.HttpServerResponse;

/** The streams of one event loop: all of them are told of new signals by one task, which works without locks. */
final class StreamLoop {

    private final EventLoop loop;
    private final StreamConfig config;
    private final Map<HttpServerResponse, SignalStream> streams = new LinkedHashMap<>();
    private final AtomicBoolean told = new AtomicBoolean();

    StreamLoop(EventLoop loop, StreamConfig config) {
        this.loop = loop;
        this.config = config;
    }

    void add(HttpServerResponse response, SignalStream stream) {
        streams.put(response, stream);
        stream.advance();
    }

    /** Whether it was there. */
    boolean remove(HttpServerResponse response) {
        return streams.remove(response) != null;
    }

    /** From any thread; many signals in a row lead to one round. */
    void tell() {
        if (told.compareAndSet(false, true)) {
            loop.execute(() -> {
                told.set(false);
                streams.values().forEach(SignalStream::advance);
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
            var stalled = new ArrayList<HttpServerResponse>();
            var over = new ArrayList<HttpServerResponse>();
            streams.forEach((response, stream) -> {
                if (stream.isStalled(now, config.maxStall().toNanos())) {
                    stalled.add(response);
                } else if (stream.isOver(nowSeconds)) {
                    over.add(response);
                } else {
                    stream.beat(now, config.heartbeat().toNanos());
                }
            });
            // reset, not end: an end would wait for the client to take what is written already.
            stalled.forEach(HttpServerResponse::reset);
            over.forEach(HttpServerResponse::end);
            disconnected.accept(stalled.size());
        });
    }

    void endAll() {
        loop.execute(() -> new ArrayList<>(streams.keySet()).forEach(HttpServerResponse::end));
    }
}
