package io.figcast.chart.http;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import io.figcast.chart.answer.KnownCategories;
import io.figcast.chart.category.CategoryRef;
import io.figcast.chart.http.problem.Problem;
import io.figcast.chart.http.problem.ProblemException;

/** Refuses what compute-service would reject: nothing would ever answer it. */
@Singleton
class CategoryCheck {

    private final KnownCategories known;

    CategoryCheck(KnownCategories known) {
        this.known = known;
    }

    /**
     * @param category null for all of them
     * @throws ProblemException if there is no such thing, or it is not known yet what there is
     */
    void check(String dataset, @Nullable String category) {
        if (!CategoryRef.isDataset(dataset)) {
            throw new ProblemException(Problem.notFound("UNKNOWN_DATASET", "there is no such dataset"));
        }
        (category == null ? known.refusal(dataset) : known.refusal(dataset, category)).flatMap(AnswerResponses::problem)
                .ifPresent(problem -> {
                    throw new ProblemException(problem);
                });
    }
}
