package io.figcast.chart.answer;

import java.util.Optional;

import jakarta.inject.Singleton;

import io.figcast.chart.catalogue.Catalogue;
import io.figcast.chart.catalogue.Catalogues;
import io.figcast.chart.category.CategoryRef;

/** Finds out whether a category exists. */
@Singleton
public class Places {

    private final Catalogues catalogues;

    Places(Catalogues catalogues) {
        this.catalogues = catalogues;
    }

    public Optional<Catalogue> catalogue(String dataset) {
        return catalogues.find(dataset);
    }

    /** Why there is no answer about this category; empty if there can be one. */
    public Optional<Outcome> refusal(String dataset, String category) {
        Optional<Catalogue> catalogue = catalogues.find(dataset);
        if (catalogue.isEmpty()) {
            return Optional.of(catalogues.isKnown() ? new Outcome.Unknown("UNKNOWN_DATASET", "there is no such dataset")
                    : new Outcome.Unavailable("MEMO_UNAVAILABLE", "the datasets are not known yet: Redis has not answered"));
        }
        if (catalogue.get().isComplete() && !catalogue.get().contains(category)) {
            return Optional.of(new Outcome.Unknown("UNKNOWN_CATEGORY", "the dataset has no such category"));
        }
        return Optional.empty();
    }

    Optional<Outcome> refusal(CategoryRef ref) {
        return refusal(ref.dataset(), ref.category());
    }
}
