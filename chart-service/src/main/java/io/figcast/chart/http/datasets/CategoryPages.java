package io.figcast.chart.http.datasets;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import io.figcast.chart.catalogue.Catalogue;
import io.figcast.chart.catalogue.CategoryNames;
import io.figcast.chart.category.Axes;
import io.figcast.chart.http.call.PageParameters.Begin;

/**
 * Finds categories of a dataset, page by page, in the order of the dataset. A search looks through all names each time: of a
 * million that takes some ten milliseconds, and nothing has to be kept of it.
 */
@Singleton
class CategoryPages {

    private final CategorySummaries summaries;

    CategoryPages(CategorySummaries summaries) {
        this.summaries = summaries;
    }

    /**
     * @param search what a name must contain, in whatever case; everything if empty
     * @param axes whose slices' states are told; null for the dataset's own
     * @return empty if there is no such category as the page is to begin at
     */
    Optional<CategoryPage> page(Catalogue catalogue, String search, Begin begin, int limit,
            @Nullable Axes axes) {
        CategoryNames all = catalogue.categories();
        Optional<String> named = begin.after().or(begin::around);
        if (named.isPresent() && !all.contains(named.get())) {
            return Optional.empty();
        }
        Found found = new Found(all, search.isEmpty() ? null : all.matching(search));
        int from = Math.min(found.count(), begin.from().orElseGet(() -> begin.after().map(found::after)
                .orElseGet(() -> begin.around().map(name -> found.before(name) / limit * limit).orElse(0))));
        int end = (int) Math.min(found.count(), (long) from + limit);
        List<String> page = IntStream.range(from, end).mapToObj(found::name).toList();
        return Optional.of(new CategoryPage(catalogue.dataset(), all.size(), found.count(), from,
                summaries.of(catalogue, page, axes), end < found.count() ? page.get(page.size() - 1) : null));
    }

    /** @param numbers of the names found; all if null */
    private record Found(CategoryNames all, int @Nullable [] numbers) {

        int count() {
            return numbers == null ? all.size() : numbers.length;
        }

        String name(int place) {
            return all.get(numbers == null ? place : numbers[place]);
        }

        /** How many come before this name, which need not be found itself. */
        int before(String name) {
            int number = all.indexOf(name);
            int place = numbers == null ? number : Arrays.binarySearch(numbers, number);
            return place < 0 ? -place - 1 : place;
        }

        int after(String name) {
            int before = before(name);
            return before < count() && name(before).equals(name) ? before + 1 : before;
        }
    }
}
