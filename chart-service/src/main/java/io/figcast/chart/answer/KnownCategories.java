package io.figcast.chart.answer;

import java.util.Optional;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import io.figcast.chart.catalogue.Catalogue;
import io.figcast.chart.catalogue.Catalogues;
import io.figcast.chart.category.CategoryRef;

/** Finds out whether a category exists. */
@Singleton
public class KnownCategories {

    private final Catalogues catalogues;

    KnownCategories(Catalogues catalogues) {
        this.catalogues = catalogues;
    }

    /** The catalogue that the category is in, or may be in; null if there is none. */
    @Nullable
    Catalogue catalogue(CategoryRef ref) {
        Catalogue catalogue = catalogues.find(ref.dataset()).orElse(null);
        return catalogue == null || !catalogue.mayContain(ref.category()) ? null : catalogue;
    }

    String edition(String dataset) {
        return catalogues.find(dataset).map(Catalogue::edition).orElse("");
    }

    /** Why there is nothing to be said about this dataset; empty if there is. */
    public Optional<Outcome> refusal(String dataset) {
        if (catalogues.lacks(dataset)) {
            return Optional.of(new Outcome.Unknown("UNKNOWN_DATASET", "there is no such dataset"));
        }
        if (catalogues.find(dataset).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(catalogues.hasRedisAnswered()
                ? new Outcome.Unavailable("DATASET_READING", "it is not announced yet: compute-service is reading the datasets")
                : new Outcome.Unavailable("MEMO_UNAVAILABLE", "the datasets are not known yet: Redis has not answered"));
    }

    /** Why there is no answer about this category; empty if there can be one. */
    public Optional<Outcome> refusal(String dataset, String category) {
        return refusal(dataset).or(() -> catalogues.find(dataset).filter(c -> !c.mayContain(category))
                .map(c -> c.isReading()
                        ? new Outcome.Unavailable("DATASET_READING", "the dataset is being read for the first time")
                        : new Outcome.Unknown("UNKNOWN_CATEGORY", "the dataset has no such category")));
    }
}
