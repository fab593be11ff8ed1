package io.figcast.chart.http.datasets;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import io.figcast.chart.catalogue.Catalogue;
import io.figcast.chart.category.Axes;
import io.figcast.chart.category.CategoryRef;

/** Finds categories of a dataset, page by page, in the order of the dataset. */
@Singleton
class CategoryPages {

    private final CategorySummaries summaries;

    CategoryPages(CategorySummaries summaries) {
        this.summaries = summaries;
    }

    /**
     * @param search what a name must contain, in whatever case; everything if empty
     * @param after the category behind which the page begins
     * @param axes whose slices' states are told; null for the dataset's own
     * @return empty if there is no category {@code after}
     */
    Optional<CategoryPage> page(Catalogue catalogue, String search, Optional<String> after, int limit,
            @Nullable Axes axes) {
        List<String> all = catalogue.categories();
        if (after.isPresent() && !catalogue.contains(after.get())) {
            return Optional.empty();
        }
        String wanted = search.toLowerCase(Locale.ROOT);
        List<String> matches = all.stream().filter(name -> matches(name, wanted)).toList();
        int from = after.map(all::indexOf).orElse(-1) + 1;
        List<String> rest = all.subList(from, all.size()).stream().filter(name -> matches(name, wanted)).limit(limit + 1L)
                .toList();
        List<String> page = rest.subList(0, Math.min(limit, rest.size()));
        return Optional.of(new CategoryPage(catalogue.dataset(), all.size(), matches.size(),
                page.stream().map(name -> summaries.of(new CategoryRef(catalogue.dataset(), name, axes), catalogue)).toList(),
                rest.size() > limit ? page.get(limit - 1) : null));
    }

    private static boolean matches(String name, String wanted) {
        return wanted.isEmpty() || name.toLowerCase(Locale.ROOT).contains(wanted);
    }
}
