package io.figcast.chart.wire;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.jspecify.annotations.Nullable;

/** What an address answers until it changes: the same bytes plain and compressed, shared by all who ask. */
public record Representation(Encoded plain, Encoded gzip) {

    public static Representation of(byte[] bytes, String contentType) {
        return new Representation(Encoded.of(bytes, contentType, false),
                Encoded.of(Gzip.compress(bytes), contentType, true));
    }

    /**
     * The answer for one client, which asks again each time and is told 304 as long as nothing has changed.
     *
     * @param codings its {@code Accept-Encoding}
     * @param ifNoneMatch the tags that it holds
     */
    public Response.ResponseBuilder answer(@Nullable String codings, @Nullable String ifNoneMatch) {
        Encoded encoded = codings != null && QualityValues.parse(codings).of("gzip", "*", 0) > 0 ? gzip : plain;
        boolean known = EntityTags.match(ifNoneMatch, encoded.etag());
        Response.ResponseBuilder response = known ? Response.notModified()
                : Response.ok(encoded.body(), encoded.contentType());
        response.header(HttpHeaders.ETAG, encoded.etag()).header(HttpHeaders.CACHE_CONTROL, "no-cache");
        return encoded.gzip() && !known ? response.header(HttpHeaders.CONTENT_ENCODING, "gzip") : response;
    }
}
