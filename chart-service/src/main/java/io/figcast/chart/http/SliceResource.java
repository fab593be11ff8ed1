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
