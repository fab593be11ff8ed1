package io.figcast.chart.http;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.figcast.chart.answer.Outcome;
import io.figcast.chart.encoding.Encoded;
import io.figcast.chart.encoding.Json;
import io.figcast.chart.http.call.EntityTags;
import io.figcast.chart.http.problem.Problem;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** Sends the outcome of a call over HTTP. */
@Singleton
class AnswerResponses {

    private static final CharSequence NO_CACHE = HttpHeaders.createOptimized("no-cache");
    private static final CharSequence VARY = HttpHeaders.createOptimized("Accept, Accept-Encoding");
    private static final CharSequence GZIP = HttpHeaders.createOptimized("gzip");

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record WaitingJson(String state, Instant requestedAt, @Nullable Instant startedAt, @Nullable Long expectedMillis) {
    }

    private final MeterRegistry meters;
    private final Map<String, Counter> counters = new ConcurrentHashMap<>();

    AnswerResponses(MeterRegistry meters) {
        this.meters = meters;
    }

    void ready(RoutingContext context, Outcome.Ready ready, Encoded encoded, OptionalInt preferred) {
        HttpServerResponse response = context.response();
        response.putHeader(HttpHeaders.ETAG, encoded.etag()).putHeader(HttpHeaders.CACHE_CONTROL, NO_CACHE)
                .putHeader(HttpHeaders.VARY, VARY);
        applied(response, preferred);
        if (EntityTags.match(context.request().getHeader(HttpHeaders.IF_NONE_MATCH), encoded.etag())) {
            count("not_modified");
            response.setStatusCode(304).end();
            return;
        }
        count(ready.state().wireName());
        response.putHeader(HttpHeaders.CONTENT_TYPE, encoded.contentType());
        if (encoded.gzip()) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, GZIP);
        }
        if (context.request().method().equals(HttpMethod.HEAD)) {
            response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(encoded.body().length())).end();
        } else {
            response.end(encoded.body());
        }
    }

    /** For a caller that wants only what is held, when nothing is. */
    void notHeld(HttpServerResponse response) {
        count("not_held");
        response.setStatusCode(204).putHeader(HttpHeaders.CACHE_CONTROL, "no-store").putHeader(HttpHeaders.VARY, VARY)
                .putHeader("Preference-Applied", "only-held").end();
    }

    /** Everything but {@link Outcome.Ready}. */
    void other(RoutingContext context, Outcome outcome, OptionalInt preferred) {
        applied(context.response(), preferred);
        if (outcome instanceof Outcome.Waiting waiting) {
            waiting(context.response(), waiting);
            return;
        }
        Problem problem = problem(outcome).orElseThrow();
        count(outcome.when(ready -> "ready", waiting -> "waiting", failed -> "failed", unavailable -> "unavailable",
                refused -> "refused", unknown -> "unknown"));
        problem.send(context.response());
    }

    private void waiting(HttpServerResponse response, Outcome.Waiting waiting) {
        String state = waiting.computing() ? "computing" : "waiting";
        count(state);
        response.setStatusCode(202).putHeader(HttpHeaders.CACHE_CONTROL, "no-store").putHeader("Retry-After", "1")
                .putHeader(HttpHeaders.VARY, VARY).putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .end(Json.text(
                        new WaitingJson(state, waiting.requestedAt(), waiting.startedAt(), waiting.expectedMillis())));
    }

    /** Empty if there is none. */
    static Optional<Problem> problem(Outcome outcome) {
        return outcome.when(ready -> Optional.empty(), waiting -> Optional.empty(),
                failed -> Optional.of(Problem.of(502, "Bad Gateway", failed.code(), failed.message())
                        .retryAfter(failed.retryAfterSeconds())),
                unavailable -> Optional.of(Problem.unavailable(unavailable.code(), unavailable.detail())),
                refused -> Optional.of(Problem.badRequest(refused.code(), refused.detail())),
                unknown -> Optional.of(Problem.notFound(unknown.code(), unknown.detail())));
    }

    private static void applied(HttpServerResponse response, OptionalInt preferred) {
        if (preferred.isPresent()) {
            response.putHeader("Preference-Applied", "wait=" + preferred.getAsInt());
        }
    }

    private void count(String state) {
        counters.computeIfAbsent(state, s -> meters.counter("figcast.answers", "state", s)).increment();
    }
}
