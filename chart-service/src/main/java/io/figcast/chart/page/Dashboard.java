package io.figcast.chart.page;

import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

import io.figcast.chart.catalogue.CatalogueConfig;
import io.figcast.chart.encoding.Representation;
import io.figcast.chart.figure.plotly.FigureKind;
import io.figcast.chart.http.call.Negotiation;
import io.figcast.chart.http.events.StreamConfig;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.NonBlocking;

/**
 * The page's shell, written once for each kind of visitor. Which dataset and category it shows is in its URL, which the page's
 * modules read.
 */
@Path("/")
public class Dashboard {

    private static final List<String> WORDS = keys(Words.class);
    private static final List<String> NEWS = keys(News.class);
    private static final List<String> KINDS = Stream.of(FigureKind.values()).map(FigureKind::wireName).toList();

    private final Assets assets;
    private final DashboardConfig config;
    private final StreamConfig streams;
    private final CatalogueConfig catalogues;
    private final Map<Visitor, Representation> shells = new ConcurrentHashMap<>();

    Dashboard(Assets assets, DashboardConfig config, StreamConfig streams, CatalogueConfig catalogues) {
        this.assets = assets;
        this.config = config;
        this.streams = streams;
        this.catalogues = catalogues;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(summary = "The page with the four figures; its address is its state")
    @Parameter(name = "dataset", in = ParameterIn.QUERY, description = "The default dataset if absent", schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "category", in = ParameterIn.QUERY, description = "The dataset's default category if absent", schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "x", in = ParameterIn.QUERY, description = "One of the dataset's columns; its own if absent", schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "y", in = ParameterIn.QUERY, description = "Likewise", schema = @Schema(type = SchemaType.STRING))
    @APIResponse(responseCode = "200", description = "The page, in the visitor's language", content = @Content(schema = @Schema(type = SchemaType.STRING)))
    @NonBlocking
    public Response page(@Parameter(hidden = true) @CookieParam("language") @Nullable String language,
            @Parameter(hidden = true) @CookieParam("theme") @Nullable String theme,
            @Parameter(hidden = true) @HeaderParam("Accept-Encoding") @Nullable String codings,
            @Parameter(hidden = true) @HeaderParam("If-None-Match") @Nullable String ifNoneMatch,
            @Context HttpHeaders headers) {
        Visitor visitor = Visitor.of(language, theme, headers.getAcceptableLanguages());
        return Negotiation.answer(shells.computeIfAbsent(visitor, this::shell), codings, ifNoneMatch)
                .header(HttpHeaders.VARY, "Accept-Encoding, Accept-Language, Cookie")
                .build();
    }

    private Representation shell(Visitor visitor) {
        String html = Templates
                .page(visitor, assets, config, streams.heartbeat().toMillis(), catalogues.pollEvery().toMillis(), KINDS, WORDS,
                        NEWS)
                .setLocale(visitor.language())
                .render();
        return Representation.of(html.getBytes(StandardCharsets.UTF_8), "text/html;charset=UTF-8");
    }

    private static List<String> keys(Class<?> bundle) {
        return Stream.of(bundle.getMethods()).map(Method::getName).sorted().toList();
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance page(Visitor visitor, Assets assets, DashboardConfig config, long heartbeat,
                long poll, List<String> kinds, List<String> wordKeys, List<String> newsKeys);
    }
}
