package io.figcast.chart.api;

import java.util.Optional;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jspecify.annotations.Nullable;

import io.figcast.chart.answer.DatasetsOverview;
import io.figcast.chart.answer.Encoded;
import io.figcast.chart.wire.Problem;
import io.smallrye.common.annotation.NonBlocking;

/** {@code GET /api/datasets}: what there is, with the state of every category at a glance. */
@Path("/api/datasets")
public class DatasetsResource {

    private final DatasetsOverview overview;

    DatasetsResource(DatasetsOverview overview) {
        this.overview = overview;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @NonBlocking
    public Response datasets(@HeaderParam("Accept-Encoding") @Nullable String codings,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        boolean gzip = codings != null && QualityValues.parse(codings).of("gzip", "*", 0) > 0;
        Optional<Encoded> found = overview.encoded(gzip);
        if (found.isEmpty()) {
            throw new ProblemException(
                    Problem.unavailable("MEMO_UNAVAILABLE", "the datasets are not known yet: Redis has not answered"));
        }
        Encoded encoded = found.get();
        boolean known = EntityTags.match(ifNoneMatch, encoded.etag());
        Response.ResponseBuilder response = known ? Response.notModified() : Response.ok(encoded.body());
        response.header("ETag", encoded.etag()).header("Cache-Control", "no-cache").header("Vary", "Accept-Encoding");
        if (encoded.gzip() && !known) {
            response.header("Content-Encoding", "gzip");
        }
        return response.build();
    }
}
