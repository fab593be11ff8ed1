package io.figcast.chart.http.datasets;

import java.util.List;
import java.util.Optional;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.figcast.chart.catalogue.Catalogues;
import io.figcast.chart.http.call.CategoryParameters;
import io.figcast.chart.http.call.PageParameters;
import io.figcast.chart.http.problem.Problem;
import io.figcast.chart.http.problem.ProblemException;

/** {@code GET /api/categories}: the categories of a dataset and their states, paged and searched. */
@Path("/api/categories")
public class CategoriesResource {

    private final Catalogues catalogues;
    private final Categories categories;

    CategoriesResource(Catalogues catalogues, Categories categories) {
        this.catalogues = catalogues;
        this.categories = categories;
    }

    /** Blocking, so that a search among many is no work for an event loop. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response categories(@Context UriInfo uri) {
        PageParameters page = PageParameters.read(name -> uri.getQueryParameters().getOrDefault(name, List.of()));
        String dataset = page.dataset().orElseGet(() -> CategoryParameters.defaultDataset(catalogues));
        Optional<CategoryPage> found = categories.page(CategoryParameters.catalogue(dataset, catalogues), page.search(),
                page.after(), page.limit());
        return Response.ok(found.orElseThrow(() -> new ProblemException(Problem.notFound("UNKNOWN_CATEGORY",
                "the dataset has no category after which the page could begin; begin again without \"after\""))))
                .header("Cache-Control", "no-cache").build();
    }
}
