package io.figcast.chart.trace;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;

/** Something that is done for a category, as a span of its trace; nothing where no trace is kept. */
public final class Step implements AutoCloseable {

    private final Span span;

    Step(Span span) {
        this.span = span;
    }

    /** Ends with the stage, which is handed back. */
    public <T> CompletableFuture<T> until(CompletableFuture<T> stage) {
        return stage.whenComplete((done, failure) -> {
            if (failure != null) {
                span.setStatus(StatusCode.ERROR);
            }
            close();
        });
    }

    @Override
    public void close() {
        span.end();
    }

    /** What tells the reader of a record that its trace is this one. */
    public List<Header> headers() {
        List<Header> headers = new ArrayList<>();
        Traces.W3C.inject(Context.root().with(span), headers,
                (to, name, value) -> to.add(new RecordHeader(name, value.getBytes(StandardCharsets.US_ASCII))));
        return headers;
    }
}
