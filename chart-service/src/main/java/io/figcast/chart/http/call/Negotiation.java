package io.figcast.chart.http.call;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.jspecify.annotations.Nullable;

import io.figcast.chart.encoding.Encoded;
import io.figcast.chart.encoding.Representation;

/** Chooses what of a {@link Representation} one client gets, which asks again each time: 304 as long as nothing has changed. */
public final class Negotiation {

    private Negotiation() {
    }

    /**
     * @param codings the client's {@code Accept-Encoding}
     * @param ifNoneMatch the tags that it holds
     */
    public static Response.ResponseBuilder answer(Representation representation, @Nullable String codings,
            @Nullable String ifNoneMatch) {
        Encoded encoded = codings != null && QualityValues.parse(codings).of("gzip", "*", 0) > 0 ? representation.gzip()
                : representation.plain();
        boolean known = EntityTags.match(ifNoneMatch, encoded.etag());
        Response.ResponseBuilder response = known ? Response.notModified()
                : Response.ok(encoded.body(), encoded.contentType());
        response.header(HttpHeaders.ETAG, encoded.etag()).header(HttpHeaders.CACHE_CONTROL, "no-cache");
        return encoded.gzip() && !known ? response.header(HttpHeaders.CONTENT_ENCODING, "gzip") : response;
    }
}
