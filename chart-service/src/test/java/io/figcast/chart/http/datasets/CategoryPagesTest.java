package io.figcast.chart.http.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.figcast.chart.catalogue.Catalogue;

class CategoryPagesTest {

    private final CategoryPages categories = new CategoryPages(
            new CategorySummaries(ref -> null, Clock.systemUTC()));

    @Test
    void pagesTogetherAreTheWholeDatasetInItsOrder() {
        List<String> all = IntStream.range(0, 25).mapToObj(i -> "category " + (i * 7) % 25).toList();
        List<String> read = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            CategoryPage page = page(catalogue(all), "", after, 10);
            assertThat(page.categories()).hasSizeLessThanOrEqualTo(10);
            assertThat(page.categoryCount()).isEqualTo(25);
            page.categories().forEach(category -> read.add(category.name()));
            after = Optional.ofNullable(page.next());
        } while (after.isPresent());

        assertThat(read).isEqualTo(all);
    }

    @Test
    void aFullLastPageHasNoNext() {
        assertThat(page(catalogue(List.of("a", "b")), "", Optional.empty(), 2).next()).isNull();
    }

    @Test
    void aSearchFindsPartsOfNamesInWhateverCase() {
        CategoryPage page = page(catalogue(List.of("Äpfel", "Birnen", "apfelmus")), "ÄPF", Optional.empty(), 10);

        assertThat(page.categories()).extracting(CategorySummary::name).containsExactly("Äpfel");
        assertThat(page.matchCount()).isEqualTo(1);
        assertThat(page.categoryCount()).isEqualTo(3);
    }

    @Test
    void aSearchGoesOnBehindItsLastPage() {
        Catalogue catalogue = catalogue(List.of("fig 1", "apple", "fig 2", "pear", "fig 3"));

        CategoryPage first = page(catalogue, "fig", Optional.empty(), 2);
        CategoryPage second = page(catalogue, "fig", Optional.ofNullable(first.next()), 2);

        assertThat(first.next()).isEqualTo("fig 2");
        assertThat(first.matchCount()).isEqualTo(3);
        assertThat(second.categories()).extracting(CategorySummary::name).containsExactly("fig 3");
        assertThat(second.next()).isNull();
    }

    @Test
    void whatWasCountedInTheSourceIsKnownBeforeAnythingIsComputed() {
        assertThat(page(catalogue(List.of("a", "b")), "", Optional.empty(), 10).categories())
                .extracting(CategorySummary::state, CategorySummary::rows)
                .containsExactly(tuple(CategorySummary.State.COLD, 7L), tuple(CategorySummary.State.COLD, null));
    }

    @Test
    void nothingBeginsBehindACategoryThatIsNotThere() {
        assertThat(categories.page(catalogue(List.of("a")), "", Optional.of("b"), 10, null)).isEmpty();
    }

    private CategoryPage page(Catalogue catalogue, String search, Optional<String> after, int limit) {
        return categories.page(catalogue, search, after, limit, null).orElseThrow();
    }

    private static Catalogue catalogue(List<String> names) {
        return new Catalogue(
                new Catalogue.Description("fruit", "Fruit", "x", "y", 0, true, null, "f", null, false, null, List.of(),
                        null),
                names, Map.of("a", 7L));
    }
}
