package io.figcast.chart.http.access;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

import io.figcast.chart.http.problem.Problem;
import io.figcast.chart.http.problem.ProblemException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/**
 * Refuses calls that change something when a browser makes them for another site. Browsers always say so; programs send
 * neither header and are let through.
 */
@Singleton
class OriginFilter {

    static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    private final List<String> allowed;

    OriginFilter(@ConfigProperty(name = "figcast.allowed-origins") Optional<List<String>> allowed) {
        this.allowed = allowed.orElse(List.of());
    }

    @ServerRequestFilter(preMatching = true)
    @Nullable
    Response refuseForeign(ContainerRequestContext request, HttpServerRequest http) {
        if (SAFE.contains(request.getMethod()) || isOwn(request.getHeaderString("Origin"),
                request.getHeaderString("Sec-Fetch-Site"), host(http))) {
            return null;
        }
        throw new ProblemException(Problem.of(403, "Forbidden", "FOREIGN_ORIGIN", "calls from other sites are refused"));
    }

    /** HTTP/2 has {@code :authority} instead. */
    private static @Nullable String host(HttpServerRequest http) {
        String host = http.getHeader(HttpHeaders.HOST);
        return host != null || http.authority() == null ? host : http.authority().toString();
    }

    boolean isOwn(@Nullable String origin, @Nullable String site, @Nullable String host) {
        if (origin != null) {
            return allowed.contains(origin) || host != null && host.equalsIgnoreCase(authority(origin));
        }
        return site == null || OWN_SITES.contains(site);
    }

    private static @Nullable String authority(String origin) {
        try {
            return new URI(origin).getRawAuthority();
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
