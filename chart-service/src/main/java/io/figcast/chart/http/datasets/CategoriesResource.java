package io.figcast.chart.http.datasets;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

import io.figcast.chart.catalogue.Catalogues;
import io.figcast.chart.http.call.CategoryParameters;
import io.figcast.chart.http.call.PageParameters;
import io.figcast.chart.http.problem.Problem;
import io.figcast.chart.http.problem.ProblemException;

/** {@code GET /api/categories}: the categories of a dataset and their states, paged and searched. */
@Path("/api/categories")
public class CategoriesResource {

    private final Catalogues catalogues;
    private final CategoryPages categories;

    CategoriesResource(Catalogues catalogues, CategoryPages categories) {
        this.catalogues = catalogues;
        this.categories = categories;
    }

    /** Blocking, so that a search among many does not hold up an event loop. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The categories of a dataset and their states, page by page")
    @Parameter(ref = "dataset")
    @Parameter(name = "x", in = ParameterIn.QUERY, description = "The states are those of the slices of this column; of the dataset's own if absent", schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 256))
    @Parameter(name = "y", in = ParameterIn.QUERY, description = "Likewise", schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 256))
    @Parameter(name = "search", in = ParameterIn.QUERY, description = "What a name must contain, in whatever case", schema = @Schema(type = SchemaType.STRING, maxLength = 256))
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "The page before's \"next\"", schema = @Schema(type = SchemaType.STRING, maxLength = 256))
    @Parameter(name = "around", in = ParameterIn.QUERY, description = "Instead of \"after\": the page that this category is on, of those that follow each other from the first", schema = @Schema(type = SchemaType.STRING, maxLength = 256))
    @Parameter(name = "from", in = ParameterIn.QUERY, description = "Instead of \"after\": how many of those that match come before the page", schema = @Schema(type = SchemaType.INTEGER, minimum = "0"))
    @Parameter(name = "limit", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "1000", defaultValue = "100"))
    @APIResponse(responseCode = "200", description = "Some categories, in the order of the dataset", content = @Content(schema = @Schema(implementation = CategoryPage.class), examples = @ExampleObject(name = "fruit", value = """
            {"dataset":"fruit","categoryCount":4,"matchCount":3,"from":0,"categories":[{"name":"apples","state":"cold","rows":500},
              {"name":"oranges","state":"stale","rows":1000,"computedAt":"2026-11-22T04:30:00.123Z",
               "expiresAt":"2026-11-22T12:30:00.123Z","computeMillis":5003}],"next":"oranges"}""")))
    @APIResponse(responseCode = "400", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
    @APIResponse(responseCode = "503", ref = "Problem")
    public Response categories(@Context UriInfo uri) {
        Function<String, List<String>> parameters = name -> uri.getQueryParameters().getOrDefault(name, List.of());
        PageParameters page = PageParameters.read(parameters);
        String dataset = page.dataset().orElseGet(() -> CategoryParameters.defaultDataset(catalogues));
        Optional<CategoryPage> found = categories.page(CategoryParameters.catalogue(dataset, catalogues), page.search(),
                page.begin(), page.limit(), CategoryParameters.axes(dataset, parameters, catalogues));
        return Response.ok(found.orElseThrow(() -> new ProblemException(Problem.notFound("UNKNOWN_CATEGORY",
                "the dataset has no such category; begin again without \"after\" and \"around\""))))
                .header("Cache-Control", "no-cache").build();
    }
}
