package io.figcast.chart.http;

import jakarta.inject.Singleton;

import io.quarkus.vertx.http.runtime.security.PathMatchingHttpSecurityPolicy;
import io.quarkus.vertx.http.runtime.security.SecurityHandlerPriorities;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;

/**
 * Routes that skip authentication, a sixth of the work of a 304, as long as no policy of any kind is configured. As soon as
 * there is one they come after it, like all others.
 */
@Singleton
class EarlyRoutes {

    private static final int BEFORE_THE_QUESTION = -(SecurityHandlerPriorities.AUTHENTICATION + 1);

    private final boolean nobodyIsAsked;

    EarlyRoutes(PathMatchingHttpSecurityPolicy policies) {
        this.nobodyIsAsked = policies.hasNoPermissions();
    }

    Route add(Router router, String path) {
        Route route = router.route(path);
        return nobodyIsAsked ? route.order(BEFORE_THE_QUESTION) : route;
    }
}
