package io.figcast.chart.dashboard;

import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;

import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.ResponseHeader;
import org.jspecify.annotations.Nullable;

import io.figcast.chart.figure.FigureKind;
import io.figcast.chart.signal.StreamConfig;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The page's shell. Which dataset and category it shows is in its URL, which the page's modules read. */
@Path("/")
public class Dashboard {

    private static final List<String> WORDS = keys(Words.class);
    private static final List<String> NEWS = keys(News.class);
    private static final List<String> KINDS = Stream.of(FigureKind.values()).map(FigureKind::wireName).toList();

    private final Assets assets;
    private final DashboardConfig config;
    private final StreamConfig streams;

    Dashboard(Assets assets, DashboardConfig config, StreamConfig streams) {
        this.assets = assets;
        this.config = config;
        this.streams = streams;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-cache")
    @ResponseHeader(name = HttpHeaders.VARY, value = "Accept-Language, Cookie")
    public TemplateInstance page(@CookieParam("language") @Nullable String language,
            @CookieParam("theme") @Nullable String theme, @Context HttpHeaders headers) {
        Visitor visitor = Visitor.of(language, theme, headers.getAcceptableLanguages());
        return Templates.page(visitor, assets, config, streams.heartbeat().toMillis(), KINDS, WORDS, NEWS)
                .setLocale(visitor.language());
    }

    private static List<String> keys(Class<?> bundle) {
        return Stream.of(bundle.getMethods()).map(Method::getName).sorted().toList();
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance page(Visitor visitor, Assets assets, DashboardConfig config, long heartbeat,
                List<String> kinds, List<String> wordKeys, List<String> newsKeys);
    }
}
