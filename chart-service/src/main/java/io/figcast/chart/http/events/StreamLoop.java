package io.figcast.chart.http.events;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;

import io.figcast.chart.http.problem.Abort;
import io.netty.channel.EventLoop;
import io.vertx.core.http.HttpServerRequest;

/** The streams of one event loop: all of them are told of new signals by one task, which works without locks. */
final class StreamLoop {

    private final EventLoop loop;
    private final StreamConfig config;
    private final Map<HttpServerRequest, SignalStream> streams = new LinkedHashMap<>();
    private final AtomicBoolean told = new AtomicBoolean();

    StreamLoop(EventLoop loop, StreamConfig config) {
        this.loop = loop;
        this.config = config;
    }

    void add(HttpServerRequest request, SignalStream stream) {
        streams.put(request, stream);
        stream.advance();
    }

    /** Whether it was there. */
    boolean remove(HttpServerRequest request) {
        return streams.remove(request) != null;
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
            var stalled = new ArrayList<HttpServerRequest>();
            var over = new ArrayList<HttpServerRequest>();
            streams.forEach((request, stream) -> {
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

    void endAll() {
        loop.execute(() -> new ArrayList<>(streams.keySet()).forEach(request -> request.response().end()));
    }
}
