package io.figcast.compute.trace;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Singleton;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

import io.figcast.compute.slice.SliceKey;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;

/**
 * The traces of the requests under way, by slice. A request brings its trace in the header {@code traceparent}, of which
 * nothing is believed but its form: what is malformed is as good as absent, and no other header is looked at.
 */
@Singleton
public class Traces {

    static final TextMapPropagator W3C = W3CTraceContextPropagator.getInstance();
    private static final String PARENT = "traceparent";

    private final boolean on;
    private final Tracer tracer;
    private final Map<SliceKey, Context> open = new ConcurrentHashMap<>();

    Traces(OpenTelemetry telemetry, @ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean off) {
        this.on = !off;
        this.tracer = telemetry.getTracer("io.figcast.compute");
    }

    public boolean isOn() {
        return on;
    }

    public RequestTrace received(String topic, Headers headers) {
        if (!on) {
            return new RequestTrace(this, Span.getInvalid());
        }
        Context parent = W3C.extract(Context.root(), headers, new ParentHeader());
        return new RequestTrace(this,
                tracer.spanBuilder("process " + topic).setSpanKind(SpanKind.CONSUMER).setParent(parent).startSpan());
    }

    /** Begins a step in what is done for this slice. */
    public Step step(String name, SpanKind kind, SliceKey key) {
        Context parent = open.get(key);
        return new Step(parent == null ? Span.getInvalid()
                : tracer.spanBuilder(name).setSpanKind(kind).setParent(parent).startSpan());
    }

    /** Does something within the slice's trace, so that what is logged meanwhile names it. */
    void within(SliceKey key, Runnable action) {
        try (Scope unused = open.getOrDefault(key, Context.root()).makeCurrent()) {
            action.run();
        }
    }

    void open(SliceKey key, Context request) {
        if (on) {
            open.putIfAbsent(key, request);
        }
    }

    void close(SliceKey key, Context request) {
        open.remove(key, request);
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
}
