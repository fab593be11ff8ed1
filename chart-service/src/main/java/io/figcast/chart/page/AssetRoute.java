package io.figcast.chart.page;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.figcast.chart.http.problem.Problem;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** Serves the assets from memory; an address names its content, so browsers and proxies may keep it for ever. */
@ApplicationScoped
class AssetRoute {

    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final Assets assets;

    AssetRoute(Assets assets) {
        this.assets = assets;
    }

    void register(@Observes Router router) {
        router.get("/assets/*").handler(this::answer);
    }

    private void answer(RoutingContext context) {
        Optional<Asset> asset = assets.find(context.normalizedPath());
        if (asset.isPresent()) {
            send(asset.get(), context);
        } else {
            Problem.of(404, "Not Found", "NOT_FOUND", "there is no such asset").send(context.response());
        }
    }

    private static void send(Asset asset, RoutingContext context) {
        HttpServerResponse response = context.response()
                .putHeader(HttpHeaders.CACHE_CONTROL, FOR_EVER)
                .putHeader(HttpHeaders.ETAG, asset.etag())
                .putHeader(HttpHeaders.VARY, "Accept-Encoding");
        if (asset.etag().equals(context.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatusCode(304).end();
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, asset.contentType());
        if (takesGzip(context)) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip").end(asset.gzipped());
        } else {
            // Said in so many words, or Vert.x would compress it again on every request.
            response.putHeader(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY).end(asset.plain());
        }
    }

    private static boolean takesGzip(RoutingContext context) {
        return context.parsedHeaders().acceptEncoding().stream()
                .anyMatch(coding -> coding.value().equals("gzip") && coding.weight() > 0);
    }
}
