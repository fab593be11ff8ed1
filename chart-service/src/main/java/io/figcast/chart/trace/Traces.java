package io.figcast.chart.trace;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import jakarta.inject.Singleton;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;

/**
 * The newest trace of each category, by the key that its records have in Kafka. A signal brings its trace in the header
 * {@code traceparent}, of which nothing is believed but its form: what is malformed is as good as absent.
 */
@Singleton
public class Traces {

    static final TextMapPropagator W3C = W3CTraceContextPropagator.getInstance();
    private static final String PARENT = "traceparent";
    private static final int MAX_OPEN = 10_000;
    /** Longer than a computation takes; what comes later begins a trace of its own. */
    private static final Duration LIFE = Duration.ofMinutes(2);
    /** At its start this service reads all signals; what they tell is over. */
    private static final long NEWS_MILLIS = Duration.ofMinutes(1).toMillis();

    private final boolean on;
    private final Tracer tracer;
    private final Cache<String, Context> open = Caffeine.newBuilder().maximumSize(MAX_OPEN).expireAfterWrite(LIFE).build();

    Traces(OpenTelemetry telemetry, @ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean off) {
        this.on = !off;
        this.tracer = telemetry.getTracer("io.figcast.chart");
    }

    /** The call that is being answered is about this category: what follows belongs to its trace. */
    public void ask(String key) {
        if (on && Span.current().getSpanContext().isValid()) {
            open.put(key, Context.current());
        }
    }

    /** Begins a step in what is done for this category; it is none where no trace is known. */
    public Step step(String name, SpanKind kind, String key) {
        Context parent = on ? open.getIfPresent(key) : null;
        return new Step(parent == null ? Span.getInvalid()
                : tracer.spanBuilder(name).setSpanKind(kind).setParent(parent).startSpan());
    }

    /** Begins the step of a signal that has just arrived; what follows for its category belongs to the signal's trace. */
    public Step received(String topic, Headers headers, String key, long ageMillis) {
        if (!on || ageMillis > NEWS_MILLIS) {
            return new Step(Span.getInvalid());
        }
        Context parent = W3C.extract(Context.root(), headers, new ParentHeader());
        Span span = tracer.spanBuilder("process " + topic).setSpanKind(SpanKind.CONSUMER).setParent(parent).startSpan();
        open.put(key, Context.root().with(span));
        return new Step(span);
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
