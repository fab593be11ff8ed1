package io.figcast.chart.http.call;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import io.figcast.chart.category.CategoryRef;
import io.figcast.chart.http.problem.Problem;
import io.figcast.chart.http.problem.ProblemException;

/**
 * Which categories are asked for.
 *
 * @param dataset the default one if empty
 * @param search what their names contain; empty for all
 * @param begin where the page begins
 * @param limit how many there are on it at most
 */
public record PageParameters(Optional<String> dataset, String search, Begin begin, int limit) {

    /**
     * Where a page begins: of these one at most is there, and none means at the first.
     *
     * @param after behind this category
     * @param around this category is on it, where it is found, and it begins at a whole number of pages
     * @param from so many of those that are found come before it
     */
    public record Begin(Optional<String> after, Optional<String> around, Optional<Integer> from) {

        public static final Begin FIRST = new Begin(Optional.empty(), Optional.empty(), Optional.empty());
    }

    static final int MAX_LIMIT = 1_000;
    private static final int DEFAULT_LIMIT = 100;

    /** @throws ProblemException if a parameter is given twice, too long, or no number where one is expected */
    public static PageParameters read(Function<String, List<String>> parameters) {
        String search = text("search", parameters).orElse("");
        Begin begin = new Begin(text("after", parameters), text("around", parameters),
                CategoryParameters.optional("from", parameters)
                        .map(text -> number("from", text, 0, Integer.MAX_VALUE)));
        if (Stream.of(begin.after(), begin.around(), begin.from()).filter(Optional::isPresent).count() > 1) {
            throw new ProblemException(
                    Problem.badRequest("MALFORMED", "of the parameters after, around and from one may be given at most"));
        }
        return new PageParameters(CategoryParameters.optional("dataset", parameters), search, begin,
                CategoryParameters.optional("limit", parameters).map(text -> number("limit", text, 1, MAX_LIMIT))
                        .orElse(DEFAULT_LIMIT));
    }

    private static Optional<String> text(String name, Function<String, List<String>> parameters) {
        Optional<String> text = CategoryParameters.optional(name, parameters);
        if (text.isPresent() && CategoryRef.isTooLong(text.get())) {
            throw new ProblemException(Problem.badRequest("TOO_LONG",
                    name + " has at most " + CategoryRef.MAX_CODE_POINTS + " code points"));
        }
        return text;
    }

    private static int number(String name, String text, int least, int most) {
        if (!text.matches("[0-9]{1,10}") || Long.parseLong(text) < least || Long.parseLong(text) > most) {
            throw new ProblemException(
                    Problem.badRequest("MALFORMED", name + " must be a whole number from " + least + " to " + most));
        }
        return Integer.parseInt(text);
    }
}
