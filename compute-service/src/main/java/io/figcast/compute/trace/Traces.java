package io.figcast.compute.trace;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

import jakarta.inject.Singleton;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

import io.figcast.compute.slice.port.EventLoop;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;

/**
 * The steps of a request as spans of its trace. A request brings its trace in the header {@code traceparent}, of which
 * nothing is believed but its form: what is malformed is as good as absent, and no other header is looked at.
 */
@Singleton
public class Traces {

    private static final TextMapPropagator W3C = W3CTraceContextPropagator.getInstance();
    private static final String PARENT = "traceparent";

    private final boolean on;
    private final Tracer tracer;

    Traces(OpenTelemetry telemetry, @ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean off) {
        this.on = !off;
        this.tracer = telemetry.getTracer("io.figcast.compute");
    }

    /** None. */
    public static Traces off() {
        return new Traces(OpenTelemetry.noop(), true);
    }

    /** The loop, or one whose tasks belong to the trace in which they were handed in. */
    public EventLoop traced(EventLoop loop) {
        return on ? new TracedLoop(loop) : loop;
    }

    /** Does what a record asks for within a span of its trace. */
    public <T> CompletionStage<T> received(String topic, Headers headers, Supplier<CompletionStage<T>> work) {
        return on ? within(tracer.spanBuilder("process " + topic).setSpanKind(SpanKind.CONSUMER)
                .setParent(W3C.extract(Context.root(), headers, new ParentHeader())), work) : work.get();
    }

    /** Does a step of the trace that is current, if one is. */
    public <T> CompletionStage<T> step(String name, SpanKind kind, Supplier<CompletionStage<T>> work) {
        return Span.current().getSpanContext().isValid() ? within(tracer.spanBuilder(name).setSpanKind(kind), work)
                : work.get();
    }

    /** The headers that make a record's reader continue the current trace. */
    public static List<Header> headers() {
        List<Header> headers = new ArrayList<>();
        W3C.inject(Context.current(), headers,
                (to, name, value) -> to.add(new RecordHeader(name, value.getBytes(StandardCharsets.US_ASCII))));
        return headers;
    }

    private static <T> CompletionStage<T> within(SpanBuilder builder, Supplier<CompletionStage<T>> work) {
        Span span = builder.startSpan();
        try (Scope unused = span.makeCurrent()) {
            return work.get().whenComplete((done, failure) -> {
                if (failure != null) {
                    span.setStatus(StatusCode.ERROR);
                }
                span.end();
            });
        }
    }

    /** Shows the one header that counts. */
    private record ParentHeader() implements TextMapGetter<Headers> {

        @Override
        public Iterable<String> keys(Headers headers) {
            return List.of(PARENT);
        }

        @Override
        public @Nullable String get(@Nullable Headers headers, String name) {
            Header header = headers == null || !name.equals(PARENT) ? null : headers.lastHeader(PARENT);
            return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.US_ASCII);
        }
    }

    /** A loop whose tasks belong to the trace in which they were handed in. */
    private record TracedLoop(EventLoop loop) implements EventLoop {

        @Override
        public void execute(Runnable task) {
            loop.execute(Context.current().wrap(task));
        }

        @Override
        public Runnable after(Duration delay, Runnable task) {
            return loop.after(delay, Context.current().wrap(task));
        }

        @Override
        public Executor here() {
            return Context.current().wrap(loop);
        }
    }
}
