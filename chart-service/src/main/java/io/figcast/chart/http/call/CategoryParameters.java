package io.figcast.chart.http.call;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import io.figcast.chart.catalogue.Catalogue;
import io.figcast.chart.catalogue.Catalogues;
import io.figcast.chart.category.CategoryRef;
import io.figcast.chart.http.problem.Problem;
import io.figcast.chart.http.problem.ProblemException;
import io.figcast.chart.kafka.RequestDecoder;
import io.figcast.chart.kafka.RequestRefusedException;

/** Reads which category a call is about from its query parameters. */
public final class CategoryParameters {

    private CategoryParameters() {
    }

    /** @throws ProblemException if the parameters are missing, given twice, or no names */
    public static CategoryRef read(Function<String, List<String>> parameters, Catalogues catalogues) {
        List<String> datasets = once(parameters.apply("dataset"), "dataset");
        List<String> categories = once(parameters.apply("category"), "category");
        if (categories.isEmpty()) {
            throw new ProblemException(Problem.badRequest("MALFORMED", "the parameter category is missing"));
        }
        String category;
        try {
            category = RequestDecoder.checked(categories.get(0));
        } catch (RequestRefusedException e) {
            throw new ProblemException(Problem.badRequest(e.code(), String.valueOf(e.getMessage())));
        }
        String dataset = datasets.isEmpty() ? defaultDataset(catalogues) : datasets.get(0);
        if (!CategoryRef.isDataset(dataset)) {
            throw new ProblemException(Problem.notFound("UNKNOWN_DATASET", "there is no such dataset"));
        }
        return new CategoryRef(dataset, category);
    }

    /** @throws ProblemException if it is given twice */
    static Optional<String> optional(String name, Function<String, List<String>> parameters) {
        return once(parameters.apply(name), name).stream().findFirst();
    }

    /** @throws ProblemException if there is no such dataset, or it is not known yet whether there is */
    public static Catalogue catalogue(String dataset, Catalogues catalogues) {
        return catalogues.find(dataset).orElseThrow(() -> new ProblemException(
                catalogues.isKnown() || !CategoryRef.isDataset(dataset)
                        ? Problem.notFound("UNKNOWN_DATASET", "there is no such dataset")
                        : notKnownYet(catalogues)));
    }

    static List<String> once(List<String> values, String name) {
        if (values.size() > 1) {
            throw new ProblemException(Problem.badRequest("MALFORMED", "the parameter " + name + " is given more than once"));
        }
        return values;
    }

    public static String defaultDataset(Catalogues catalogues) {
        return catalogues.defaultDataset().map(Catalogue::dataset).orElseThrow(() -> new ProblemException(
                catalogues.isKnown() ? Problem.notFound("UNKNOWN_DATASET", "there are no datasets")
                        : notKnownYet(catalogues)));
    }

    /** Why there are no datasets to be seen. */
    public static Problem notKnownYet(Catalogues catalogues) {
        return catalogues.hasRedisAnswered()
                ? Problem.unavailable("DATASET_READING", "no dataset has been announced yet: compute-service reads them")
                : Problem.unavailable("MEMO_UNAVAILABLE", "the datasets are not known yet: Redis has not answered");
    }
}
