package io.figcast.chart.http;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import io.figcast.chart.answer.Outcome;
import io.figcast.chart.answer.Places;
import io.figcast.chart.category.DatasetName;
import io.figcast.chart.http.problem.Problem;
import io.figcast.chart.http.problem.ProblemException;

/** Refuses what compute-service would reject: nothing would ever answer it. */
@Singleton
class CategoryCheck {

    private final Places places;

    CategoryCheck(Places places) {
        this.places = places;
    }

    /**
     * @param category null for all of them
     * @throws ProblemException if there is no such thing, or it is not known yet what there is
     */
    void check(String dataset, @Nullable String category) {
        Outcome outcome = null;
        if (!DatasetName.isValid(dataset)) {
            throw new ProblemException(Problem.notFound("UNKNOWN_DATASET", "there is no such dataset"));
        }
        if (category != null || places.catalogue(dataset).isEmpty()) {
            outcome = places.refusal(dataset, category == null ? "" : category).orElse(null);
        }
        if (outcome != null) {
            throw new ProblemException(AnswerResponses.problem(outcome));
        }
    }
}
