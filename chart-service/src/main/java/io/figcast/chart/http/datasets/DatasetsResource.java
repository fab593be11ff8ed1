package io.figcast.chart.http.datasets;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
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
    @Operation(summary = "What there is, with the state of every category")
    @APIResponse(responseCode = "200", description = "All datasets, in their order", content = @Content(schema = @Schema(implementation = DatasetSummary.class, type = SchemaType.ARRAY), examples = @ExampleObject(name = "fruit", value = """
            [{"name":"fruit","title":"Fruit","xTitle":"x","yTitle":"y","default":true,"defaultCategory":"apples","categories":[
              {"name":"apples","state":"cold"},
              {"name":"figs","state":"ready","rows":2000,"computedAt":"2026-11-22T04:30:00.123Z",
               "expiresAt":"2026-11-22T12:30:00.123Z","computeMillis":5003}]},
             {"name":"flights","title":"Flights","xTitle":"Day","yTitle":"delay","default":false,"defaultCategory":null,
              "x":"date","y":"delay","columns":[{"name":"date","type":"time"},{"name":"delay","type":"number"},
              {"name":"distance","type":"number"}],"categories":[{"name":"AA","state":"cold"}]}]""")))
    @APIResponse(responseCode = "304", description = "Nothing has changed since the tag in If-None-Match")
    @APIResponse(responseCode = "503", ref = "Problem")
    public Response datasets(@Parameter(hidden = true) @HeaderParam("Accept-Encoding") @Nullable String codings,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        Representation representation = datasets.representation()
                .orElseThrow(() -> new ProblemException(CategoryParameters.notKnownYet(catalogues)));
        return Negotiation.answer(representation, codings, ifNoneMatch)
                .header("Vary", "Accept-Encoding")
                .build();
    }
}
