package io.figcast.chart.http.access;

import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.Config;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;

/**
 * What every answer tells browsers to refuse. One filter with ready-made bytes: as {@code quarkus.http.header} settings they
 * are a route each, and half of the work of a 304. A header that is set there nevertheless is left as it is set.
 */
@ApplicationScoped
class SecurityHeaders {

    /** Before everything that may answer. */
    private static final int PRIORITY = 10_000;

    /** Plotly draws under this policy; {@code blob:} is for exporting an image. HSTS is for the proxy that ends TLS. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data: blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final Map<String, String> DEFAULTS = Map.of("Content-Security-Policy", POLICY,
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "same-origin",
            "X-Frame-Options", "DENY",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Permissions-Policy", "camera=(), geolocation=(), microphone=()");

    private final Map<CharSequence, CharSequence> headers = new LinkedHashMap<>();

    SecurityHeaders(Config config) {
        DEFAULTS.forEach((name, value) -> {
            if (config.getOptionalValue("quarkus.http.header.\"" + name + "\".value", String.class).isEmpty()) {
                headers.put(HttpHeaders.createOptimized(name), HttpHeaders.createOptimized(value));
            }
        });
    }

    void register(@Observes Filters filters) {
        filters.register(context -> {
            MultiMap response = context.response().headers();
            headers.forEach(response::add);
            context.next();
        }, PRIORITY);
    }
}
