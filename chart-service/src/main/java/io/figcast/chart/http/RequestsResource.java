package io.figcast.chart.http;

import java.util.concurrent.CompletionStage;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

import io.figcast.chart.catalogue.Catalogues;
import io.figcast.chart.http.call.CategoryParameters;
import io.figcast.chart.http.problem.HttpProblems;
import io.figcast.chart.http.problem.Problem;
import io.figcast.chart.http.problem.ProblemException;
import io.figcast.chart.kafka.CategoryRequest;
import io.figcast.chart.kafka.RequestDecoder;
import io.figcast.chart.kafka.RequestSender;

/** {@code POST /api/requests}: a request as on Kafka, from those who have no Kafka client; 202 once the broker has it. */
@Path("/api/requests")
public class RequestsResource {

    /** As much as the topic takes. */
    private static final int MAX_BYTES = 64 * 1024;

    private final RequestSender sender;
    private final Catalogues catalogues;
    private final CategoryCheck existence;

    RequestsResource(RequestSender sender, Catalogues catalogues, CategoryCheck existence) {
        this.sender = sender;
        this.catalogues = catalogues;
        this.existence = existence;
    }

    @POST
    @Operation(summary = "Ask for a category, or for all of a dataset")
    @RequestBody(required = true, content = @Content(schema = @Schema(ref = "Request"), examples = {
            @ExampleObject(name = "one", value = "{\"dataset\":\"fruit\",\"category\":\"figs\"}"),
            @ExampleObject(name = "all", value = "{\"dataset\":\"fruit\",\"all\":true}"),
            @ExampleObject(name = "refresh", value = "{\"category\":\"figs\",\"refresh\":true}"),
            @ExampleObject(name = "axes", value = "{\"dataset\":\"flights\",\"category\":\"AA\",\"x\":\"distance\"}") }))
    @APIResponse(responseCode = "202", description = "The broker has it", content = @Content(schema = @Schema(ref = "Request"), examples = @ExampleObject(name = "fruit", value = "{\"dataset\":\"fruit\",\"category\":\"figs\"}")))
    @APIResponse(responseCode = "400", ref = "Problem")
    @APIResponse(responseCode = "403", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
    @APIResponse(responseCode = "413", ref = "Problem")
    @APIResponse(responseCode = "415", ref = "Problem")
    @APIResponse(responseCode = "503", ref = "Problem")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public CompletionStage<Response> send(byte @Nullable [] body) {
        if (body != null && body.length > MAX_BYTES) {
            throw new ProblemException(HttpProblems.of(413));
        }
        CategoryRequest request = RequestDecoder.decode(body == null ? new byte[0] : body);
        String named = request.dataset();
        String dataset = named == null ? CategoryParameters.defaultDataset(catalogues) : named;
        existence.check(dataset, request.category());
        CategoryRequest complete = request.about(dataset,
                CategoryParameters.axes(dataset, request.x(), request.y(), catalogues));
        return sender.send(complete).handle((sent, failure) -> {
            if (failure != null) {
                throw new ProblemException(Problem.unavailable("BROKER_UNAVAILABLE", ProblemException.message(failure)));
            }
            return Response.accepted(complete.json()).header("Cache-Control", "no-store").build();
        });
    }
}
