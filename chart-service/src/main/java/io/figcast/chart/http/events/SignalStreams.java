package io.figcast.chart.http.events;

import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.figcast.chart.category.NewestSignal;
import io.figcast.chart.kafka.SignalListener;
import io.figcast.chart.kafka.SignalProgress;
import io.figcast.chart.kafka.Signals;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.EventLoop;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.impl.ContextInternal;

/** All event streams of this replica. A client that does not read costs a cursor and its write buffer, then its connection. */
@ApplicationScoped
public class SignalStreams implements SignalListener {

    private static final long SWEEP_MILLIS = 1_000;

    private final Signals states;
    private final SignalProgress progress;
    private final StreamConfig config;
    private final Vertx vertx;
    private final Map<EventLoop, StreamLoop> loops = new ConcurrentHashMap<>();
    private final AtomicInteger clients = new AtomicInteger();
    private final Counter disconnected;
    private volatile boolean stopping;

    SignalStreams(Signals states, SignalProgress progress, StreamConfig config, Vertx vertx, MeterRegistry meters) {
        this.states = states;
        this.progress = progress;
        this.config = config;
        this.vertx = vertx;
        this.disconnected = meters.counter("figcast.streams.disconnected");
        meters.gauge("figcast.streams.clients", clients);
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(SWEEP_MILLIS, id -> loops.values().forEach(loop -> loop.sweep(disconnected::increment)));
    }

    /** Before the service waits for calls under way: streams would go on for ever, and browsers open them elsewhere. */
    void stop(@Observes ShutdownDelayInitiatedEvent event) {
        stopping = true;
        loops.values().forEach(StreamLoop::endAll);
    }

    @Override
    public void received(NewestSignal signal) {
        loops.values().forEach(StreamLoop::tell);
    }

    /** Takes a place for one more client, if there is one. */
    boolean enter() {
        if (clients.incrementAndGet() <= config.maxClients() && !stopping) {
            return true;
        }
        clients.decrementAndGet();
        return false;
    }

    /** On the client's event loop, after {@link #enter} and with the head of the response set. */
    void open(HttpServerRequest request, SignalStream.Wanted wanted, OptionalLong end) {
        HttpServerResponse response = request.response();
        EventLoop eventLoop = ((ContextInternal) Vertx.currentContext()).nettyEventLoop();
        StreamLoop loop = loops.computeIfAbsent(eventLoop, l -> new StreamLoop(l, config, clients::decrementAndGet));
        response.setWriteQueueMaxSize(config.maxPending());
        response.closeHandler(closed -> leave(loop, request));
        response.endHandler(ended -> leave(loop, request));
        response.exceptionHandler(failure -> leave(loop, request));
        if (response.closed()) { // while its login was checked; no event would report its end any more
            clients.decrementAndGet();
            return;
        }
        loop.add(request, new SignalStream(states, progress::isCaughtUp, response, wanted, end));
        if (stopping) { // since it has entered
            response.end();
        }
    }

    private void leave(StreamLoop loop, HttpServerRequest request) {
        if (loop.remove(request)) {
            clients.decrementAndGet();
        }
    }
}
