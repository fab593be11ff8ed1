package io.figcast.chart.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import jakarta.inject.Singleton;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;

/**
 * The trace that a record belongs to: it travels in the header {@code traceparent}, of which nothing is believed but its form.
 */
@Singleton
class RecordTraces {

    private static final W3CTraceContextPropagator W3C = W3CTraceContextPropagator.getInstance();
    private static final String PARENT = "traceparent";
    /** At its start this service reads all signals; their traces are over. */
    private static final long NEWS_MILLIS = Duration.ofMinutes(1).toMillis();

    private final boolean off;
    private final Tracer tracer;

    RecordTraces(Tracer tracer, @ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean off) {
        this.tracer = tracer;
        this.off = off;
    }

    Span received(ConsumerRecord<byte[], byte[]> record, long ageMillis) {
        if (off || ageMillis > NEWS_MILLIS) {
            return Span.getInvalid();
        }
        return tracer.spanBuilder("process " + record.topic()).setSpanKind(SpanKind.CONSUMER)
                .setParent(W3C.extract(Context.root(), record.headers(), new ParentHeader())).startSpan();
    }

    /** The headers that make a record's reader continue the present trace. */
    Headers headers() {
        RecordHeaders headers = new RecordHeaders();
        W3C.inject(Context.current(), headers,
                (to, name, value) -> {
                    if (to != null) {
                        to.add(new RecordHeader(name, value.getBytes(StandardCharsets.US_ASCII)));
                    }
                });
        return headers;
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
