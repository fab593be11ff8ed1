package io.figcast.compute.trace;

import org.jspecify.annotations.Nullable;

import io.figcast.compute.slice.SliceKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;

/** The span of one request, from its record to its outcome. */
public final class RequestTrace {

    private final Traces traces;
    private final Span span;
    private final Context context;
    private @Nullable SliceKey slice;

    RequestTrace(Traces traces, Span span) {
        this.traces = traces;
        this.span = span;
        this.context = Context.root().with(span);
    }

    /** From now on, what is done for this slice is done for this request, unless an earlier one has asked for it too. */
    public void isAbout(SliceKey key) {
        span.setAttribute("figcast.dataset", key.dataset()).setAttribute("figcast.category", key.category());
        slice = key;
        traces.open(key, context);
    }

    public void end() {
        if (slice != null) {
            traces.close(slice, context);
        }
        span.end();
    }
}
