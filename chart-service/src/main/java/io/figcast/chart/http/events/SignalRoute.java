package io.figcast.chart.http.events;

import java.util.List;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.figcast.chart.category.CategoryRef;
import io.figcast.chart.http.access.LoginEnd;
import io.figcast.chart.http.problem.Problem;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** {@code GET /api/signals}: a route of its own, because it decides itself how much is written to whom and when. */
@ApplicationScoped
class SignalRoute {

    private static final Pattern MOST = Pattern.compile("[1-9][0-9]{0,4}");

    private final SignalStreams streams;
    private final StreamConfig config;

    SignalRoute(SignalStreams streams, StreamConfig config) {
        this.streams = streams;
        this.config = config;
    }

    void add(@Observes Router router) {
        router.get("/api/signals").handler(this::open);
    }

    private void open(RoutingContext context) {
        List<String> datasets = context.queryParam("dataset");
        if (datasets.size() > 1 || datasets.stream().anyMatch(name -> !CategoryRef.isDataset(name))) {
            Problem.badRequest("MALFORMED", "dataset must be the name of one dataset").send(context.response());
            return;
        }
        List<String> most = context.queryParam("most");
        if (most.size() > 1 || most.stream().anyMatch(text -> !MOST.matcher(text).matches())) {
            Problem.badRequest("MALFORMED", "most must be a whole number from 1 to 99999").send(context.response());
            return;
        }
        if (!streams.enter()) {
            Problem.unavailable("TOO_MANY_STREAMS", "this replica has reached its limit of open streams")
                    .send(context.response());
            return;
        }
        HttpServerResponse response = context.response();
        response.putHeader(HttpHeaders.CONTENT_TYPE, "text/event-stream;charset=UTF-8");
        response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.putHeader("X-Accel-Buffering", "no");
        response.setChunked(true);
        response.write("retry: " + config.retry().toMillis() + "\n\n");
        streams.open(context.request(), new SignalStream.Wanted(datasets.isEmpty() ? null : datasets.get(0),
                most.isEmpty() ? 0 : Integer.parseInt(most.get(0)), context.request().getHeader("Last-Event-ID")),
                LoginEnd.of(context));
    }
}
