package io.figcast.chart.http.access;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

import io.figcast.chart.http.problem.HttpProblems;
import io.figcast.chart.http.problem.ProblemException;
import io.vertx.core.http.HttpServerRequest;

/**
 * Lets calls that change something carry JSON or nothing: a form on a foreign page can send neither.
 */
@Singleton
class JsonFilter {

    @ServerRequestFilter(preMatching = true)
    @Nullable
    Response refuseAnythingElse(ContainerRequestContext request, HttpServerRequest http) {
        if (!OriginFilter.SAFE.contains(request.getMethod())) {
            String length = http.getHeader("Content-Length");
            boolean hasBody = http.getHeader("Transfer-Encoding") != null || length != null && !length.equals("0");
            String type = http.getHeader("Content-Type");
            if (type == null ? hasBody : !isJson(type)) {
                throw new ProblemException(HttpProblems.of(415));
            }
        }
        return null;
    }

    private static boolean isJson(String type) {
        int parameters = type.indexOf(';');
        String name = parameters < 0 ? type : type.substring(0, parameters);
        return name.strip().equalsIgnoreCase(MediaType.APPLICATION_JSON);
    }
}
