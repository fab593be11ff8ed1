package io.figcast.chart.http.access;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

import io.figcast.chart.http.problem.Problem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;

/**
 * Refuses calls by any name other than {@link AllowedHosts}: in {@code Host} as in {@code :authority}. The one that a proxy was
 * called by counts instead where the configuration trusts a proxy to tell it. Health and metrics are exempt: probes and
 * scrapers call by names of the cluster, and a foreign page learns nothing from them.
 */
@ApplicationScoped
class HostFilter {

    /** After the security headers, before everything that may answer. */
    private static final int PRIORITY = 9_000;

    private final AllowedHosts allowed;
    private volatile @Nullable String lastAllowed;

    HostFilter(@ConfigProperty(name = "figcast.allowed-hosts") Optional<List<String>> allowed) {
        this.allowed = new AllowedHosts(allowed.orElse(List.of()));
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, PRIORITY);
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        List<String> hosts = request.headers().getAll(HttpHeaders.HOST);
        HostAndPort authority = request.authority();
        String refused = hosts.stream().filter(host -> !allow(host)).findFirst()
                .or(() -> Optional.ofNullable(authority).map(HostFilter::text).filter(name -> !allow(name)))
                .orElse(null);
        if (refused == null || isOperations(context.normalizedPath())) {
            context.next();
        } else {
            problem(refused).send(context.response());
        }
    }

    /** Calls in a row mostly give the same name. */
    private boolean allow(String name) {
        if (name.equals(lastAllowed)) {
            return true;
        }
        boolean allows = allowed.allow(name);
        if (allows) {
            lastAllowed = name;
        }
        return allows;
    }

    /** Without brackets an IPv6 address could not be told from a name with a port. */
    private static String text(HostAndPort authority) {
        String host = authority.host();
        return host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host;
    }

    private static boolean isOperations(String path) {
        return path.equals("/q/health") || path.startsWith("/q/health/") || path.equals("/q/metrics");
    }

    private static Problem problem(String host) {
        return Problem.of(421, "Misdirected Request", "UNKNOWN_HOST", "this service is not called \""
                + host.substring(0, Math.min(host.length(), 100))
                + "\"; it answers to localhost, to IP addresses and to the names in figcast.allowed-hosts");
    }
}
