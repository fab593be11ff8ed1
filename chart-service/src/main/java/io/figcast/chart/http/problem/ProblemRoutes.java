package io.figcast.chart.http.problem;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.vertx.ext.web.Router;

/** Other methods on the paths of our routes, which REST does not know. */
@ApplicationScoped
class ProblemRoutes {

    private static final Map<String, String> METHODS = Map.of("/api/figures", "GET, HEAD", "/api/figures/:kind",
            "GET, HEAD", "/api/signals", "GET");
    /** After the routes themselves, before REST. */
    private static final int LAST = 5_000;

    void add(@Observes Router router) {
        METHODS.forEach((path, methods) -> router.route(path).order(LAST).handler(context -> {
            context.response().putHeader("Allow", methods);
            HttpProblems.of(405).send(context.response());
        }));
    }
}
