package io.figcast.chart.http.call;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import io.figcast.chart.category.CategoryRef;
import io.figcast.chart.http.problem.Problem;
import io.figcast.chart.http.problem.ProblemException;

/**
 * Which categories are asked for.
 *
 * @param dataset the default one if empty
 * @param search what their names contain; empty for all
 * @param after the category behind which the page begins
 * @param limit how many there are on it at most
 */
public record PageParameters(Optional<String> dataset, String search, Optional<String> after, int limit) {

    static final int MAX_LIMIT = 1_000;
    private static final int DEFAULT_LIMIT = 100;

    /** @throws ProblemException if a parameter is given twice, too long, or no number where one is expected */
    public static PageParameters read(Function<String, List<String>> parameters) {
        String search = text("search", parameters).orElse("");
        Optional<String> after = text("after", parameters);
        return new PageParameters(CategoryParameters.optional("dataset", parameters), search, after,
                CategoryParameters.optional("limit", parameters).map(PageParameters::limit).orElse(DEFAULT_LIMIT));
    }

    private static Optional<String> text(String name, Function<String, List<String>> parameters) {
        Optional<String> text = CategoryParameters.optional(name, parameters);
        if (text.isPresent() && CategoryRef.isTooLong(text.get())) {
            throw new ProblemException(Problem.badRequest("TOO_LONG",
                    name + " has at most " + CategoryRef.MAX_CODE_POINTS + " code points"));
        }
        return text;
    }

    private static int limit(String text) {
        if (!text.matches("[0-9]{1,6}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MAX_LIMIT) {
            throw new ProblemException(
                    Problem.badRequest("MALFORMED", "limit must be a whole number from 1 to " + MAX_LIMIT));
        }
        return Integer.parseInt(text);
    }
}
