package io.figcast.chart.http;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

import io.figcast.chart.answer.Answers;
import io.figcast.chart.catalogue.Catalogues;
import io.figcast.chart.category.CategoryRef;
import io.figcast.chart.http.call.CategoryParameters;
import io.figcast.chart.http.problem.Problem;
import io.figcast.chart.http.problem.ProblemException;

/** {@code /api/slice}: the way to forget a category's rows; {@link SliceRoute} reads them. */
@Path("/api/slice")
public class SliceResource {

    private final Answers answers;
    private final Catalogues catalogues;
    private final CategoryCheck existence;
    private final Duration timeout;

    SliceResource(Answers answers, Catalogues catalogues, CategoryCheck existence,
            @ConfigProperty(name = "figcast.request-timeout", defaultValue = "10s") Duration timeout) {
        this.answers = answers;
        this.catalogues = catalogues;
        this.existence = existence;
        this.timeout = timeout;
    }

    @DELETE
    @Operation(summary = "Forget a category's slice")
    @Parameter(ref = "dataset")
    @Parameter(name = "category", in = ParameterIn.QUERY, required = true, schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 256))
    @Parameter(name = "x", in = ParameterIn.QUERY, description = "One of the dataset's columns; its own if absent", schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 256))
    @Parameter(name = "y", in = ParameterIn.QUERY, description = "Likewise", schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 256))
    @APIResponse(responseCode = "204", description = "The signal that it is gone has been seen")
    @APIResponse(responseCode = "400", ref = "Problem")
    @APIResponse(responseCode = "403", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
    @APIResponse(responseCode = "415", ref = "Problem")
    @APIResponse(responseCode = "503", ref = "Problem")
    public CompletionStage<Response> forget(@Context UriInfo uri) {
        CategoryRef ref = ref(uri);
        existence.check(ref.dataset(), ref.category());
        return answers.forget(ref, timeout).handle((forgotten, failure) -> {
            if (failure != null) {
                throw new ProblemException(Problem.unavailable("BROKER_UNAVAILABLE", ProblemException.message(failure)));
            }
            if (!forgotten) {
                throw new ProblemException(Problem.unavailable("NOT_CONFIRMED",
                        "the request was sent, but compute-service has not announced yet that the slice is gone"));
            }
            return Response.noContent().build();
        });
    }

    private CategoryRef ref(UriInfo uri) {
        return CategoryParameters.read(name -> uri.getQueryParameters().getOrDefault(name, List.of()), catalogues);
    }
}
