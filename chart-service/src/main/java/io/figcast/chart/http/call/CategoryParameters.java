package io.figcast.chart.http.call;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.figcast.chart.catalogue.Catalogue;
import io.figcast.chart.catalogue.Catalogues;
import io.figcast.chart.catalogue.UnknownColumnException;
import io.figcast.chart.category.Axes;
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
        return new CategoryRef(dataset, category, axes(dataset, parameters, catalogues));
    }

    /**
     * The axes that are named; null if they are the dataset's own.
     *
     * @throws ProblemException if they are no columns, or not allowed, or that is not known yet
     */
    public static @Nullable Axes axes(String dataset, Function<String, List<String>> parameters, Catalogues catalogues) {
        return axes(dataset, column("x", parameters), column("y", parameters), catalogues);
    }

    private static @Nullable String column(String name, Function<String, List<String>> parameters) {
        List<String> columns = once(parameters.apply(name), name);
        try {
            return columns.isEmpty() ? null : RequestDecoder.checkedColumn(columns.get(0));
        } catch (RequestRefusedException e) {
            throw new ProblemException(Problem.badRequest(e.code(), name + ": " + e.getMessage()));
        }
    }

    /**
     * The axes that are meant by two columns, either of which may be left out; null if they are the dataset's own.
     *
     * @throws ProblemException if there is no such dataset, it allows no such columns, or that is not known yet
     */
    public static @Nullable Axes axes(String dataset, @Nullable String x, @Nullable String y, Catalogues catalogues) {
        if (x == null && y == null) {
            return null;
        }
        Catalogue catalogue = catalogue(dataset, catalogues);
        if (catalogue.isChoiceUnknown()) {
            throw new ProblemException(Problem.unavailable("DATASET_READING",
                    "it is not known yet which columns the dataset allows"));
        }
        try {
            return catalogue.axes(x, y).orElse(null);
        } catch (UnknownColumnException e) {
            throw new ProblemException(Problem.badRequest("UNKNOWN_COLUMN", String.valueOf(e.getMessage())));
        }
    }

    /** @throws ProblemException if it is given twice */
    static Optional<String> optional(String name, Function<String, List<String>> parameters) {
        return once(parameters.apply(name), name).stream().findFirst();
    }

    /** @throws ProblemException if there is no such dataset, or it is not known yet whether there is */
    public static Catalogue catalogue(String dataset, Catalogues catalogues) {
        return catalogues.find(dataset).orElseThrow(() -> new ProblemException(
                catalogues.lacks(dataset) || !CategoryRef.isDataset(dataset)
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
                catalogues.areComplete() ? Problem.notFound("UNKNOWN_DATASET", "there are no datasets")
                        : notKnownYet(catalogues)));
    }

    /** Why there are no datasets to be seen. */
    public static Problem notKnownYet(Catalogues catalogues) {
        return catalogues.hasRedisAnswered()
                ? Problem.unavailable("DATASET_READING", "it is not announced yet: compute-service is reading the datasets")
                : Problem.unavailable("MEMO_UNAVAILABLE", "the datasets are not known yet: Redis has not answered");
    }
}
