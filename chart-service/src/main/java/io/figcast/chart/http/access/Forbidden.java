package io.figcast.chart.http.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.figcast.chart.http.problem.Problem;
import io.quarkus.security.ForbiddenException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** Tells somebody who is logged in, but lacks the role, that this is so. */
@ApplicationScoped
class Forbidden {

    private final boolean enabled;

    Forbidden(@ConfigProperty(name = "figcast.login.enabled") boolean enabled) {
        this.enabled = enabled;
    }

    void add(@Observes Router router) {
        if (enabled) {
            router.route().failureHandler(Forbidden::answer);
        }
    }

    private static void answer(RoutingContext context) {
        if (context.failure() instanceof ForbiddenException) {
            Problem.of(403, "Forbidden", "ROLE_REQUIRED", "this login has not the role that this needs")
                    .send(context.response());
        } else {
            context.next();
        }
    }
}
