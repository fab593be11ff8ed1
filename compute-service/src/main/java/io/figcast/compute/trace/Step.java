package io.figcast.compute.trace;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;

/** Something that is done for a request, as a span of its trace; nothing where no trace is kept. */
public final class Step {

    private final Span span;

    Step(Span span) {
        this.span = span;
    }

    /** Ends with the stage, which is handed back. */
    public <T> CompletionStage<T> until(CompletionStage<T> stage) {
        return stage.whenComplete((done, failure) -> end(failure));
    }

    private void end(@Nullable Throwable failure) {
        if (failure != null) {
            span.setStatus(StatusCode.ERROR);
        }
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
