package io.figcast.chart.http.problem;

import java.net.URI;
import java.net.URISyntaxException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilderCustomizer;
import io.vertx.ext.web.RoutingContext;

/** Refuses request lines that are too long or malformed, such as {@code %zz}, before anything reads them. */
@ApplicationScoped
class RequestLines {

    /** 256 emoji, percent-encoded twice, fit. */
    private static final int MAX_CHARS = 16 * 1024;
    /** After the security headers, before everything else. */
    private static final int PRIORITY = 9_500;

    void register(@Observes Filters filters) {
        filters.register(RequestLines::check, PRIORITY);
    }

    private static void check(RoutingContext context) {
        String line = context.request().uri();
        if (line.length() > MAX_CHARS) {
            throw new ProblemException(HttpProblems.of(414));
        }
        try {
            URI unused = new URI(line);
        } catch (URISyntaxException e) {
            throw new ProblemException(HttpProblems.of(400));
        }
        context.next();
    }

    /** Quarkus does the same before it hands a call on, but answers with nothing, and only a system property stops it. */
    public static class InsteadOfQuarkus implements SmallRyeConfigBuilderCustomizer {
        @Override
        public void configBuilder(SmallRyeConfigBuilder builder) {
            System.setProperty("vertx.disableURIValidation", "true");
        }
    }
}
