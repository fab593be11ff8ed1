package io.figcast.chart.http.datasets;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jspecify.annotations.Nullable;

import io.figcast.chart.catalogue.Catalogues;
import io.figcast.chart.encoding.Representation;
import io.figcast.chart.http.call.CategoryParameters;
import io.figcast.chart.http.call.Negotiation;
import io.figcast.chart.http.problem.ProblemException;

/** {@code GET /api/datasets}: what there is, with the state of every category at a glance. */
@Path("/api/datasets")
public class DatasetsResource {

    private final Datasets datasets;
    private final Catalogues catalogues;

    DatasetsResource(Datasets datasets, Catalogues catalogues) {
        this.datasets = datasets;
        this.catalogues = catalogues;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response datasets(@HeaderParam("Accept-Encoding") @Nullable String codings,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        Representation representation = datasets.representation()
                .orElseThrow(() -> new ProblemException(CategoryParameters.notKnownYet(catalogues)));
        return Negotiation.answer(representation, codings, ifNoneMatch)
                .header("Vary", "Accept-Encoding")
                .build();
    }
}
