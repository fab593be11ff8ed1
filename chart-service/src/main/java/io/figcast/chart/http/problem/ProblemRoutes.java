package io.figcast.chart.http.problem;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** Other methods on our paths, and {@code OPTIONS}: {@code Allow} says what there is, in routes and in REST together. */
@ApplicationScoped
class ProblemRoutes {

    private static final List<String> READ = List.of("GET", "HEAD");
    private static final Map<String, List<String>> METHODS = Map.of("/", READ, "/api/datasets", READ, "/api/categories", READ,
            "/api/figures", READ, "/api/figures/:kind", READ, "/api/slice", List.of("DELETE", "GET", "HEAD"), "/api/requests",
            List.of("POST"), "/api/signals", List.of("GET"));
    /** After the routes themselves, before REST. */
    private static final int LAST = 5_000;

    void add(@Observes Router router) {
        METHODS.forEach((path, methods) -> router.route(path).order(LAST).handler(context -> answer(context, methods)));
    }

    private static void answer(RoutingContext context, List<String> methods) {
        String method = context.request().method().name();
        if (methods.contains(method)) {
            context.next();
            return;
        }
        context.response().putHeader("Allow", String.join(", ", methods) + ", OPTIONS");
        if (method.equals("OPTIONS")) {
            context.response().setStatusCode(204).end();
        } else {
            HttpProblems.of(405).send(context.response());
        }
    }
}
