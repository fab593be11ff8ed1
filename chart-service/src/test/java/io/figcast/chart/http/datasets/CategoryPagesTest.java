package io.figcast.chart.http.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.figcast.chart.catalogue.Catalogue;
import io.figcast.chart.catalogue.TestCatalogues;
import io.figcast.chart.category.CategoryRef;
import io.figcast.chart.http.call.PageParameters.Begin;
import io.figcast.chart.slice.ColumnType;
import io.figcast.chart.slice.Manifest;

class CategoryPagesTest {

    private final Map<String, Manifest> memo = new HashMap<>();
    private final CategoryPages categories = new CategoryPages(
            new CategorySummaries(ref -> null,
                    (ref, fingerprint) -> CompletableFuture.completedFuture(Optional.ofNullable(memo.get(ref.category()))),
                    Clock.systemUTC()));

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
        assertThat(categories.page(catalogue(List.of("a")), "", after(Optional.of("b")), 10, null)).isEmpty();
    }

    @Test
    void aPageBeginsAnywhereAndAroundACategoryAtAWholeNumberOfPages() {
        Catalogue catalogue = catalogue(IntStream.range(0, 100).mapToObj(i -> "c" + i).toList());

        assertThat(names(catalogue, "", from(97), 10)).containsExactly("c97", "c98", "c99");
        assertThat(names(catalogue, "", from(Integer.MAX_VALUE), 10)).isEmpty();
        assertThat(names(catalogue, "5", from(2), 3)).containsExactly("c25", "c35", "c45");
        assertThat(names(catalogue, "", around("c37"), 5)).containsExactly("c35", "c36", "c37", "c38", "c39");
        assertThat(names(catalogue, "7", around("c37"), 2)).containsExactly("c27", "c37");
        assertThat(categories.page(catalogue, "7", around("c37"), 2, null).orElseThrow().from()).isEqualTo(2);
        assertThat(names(catalogue, "9", around("c37"), 2)).as("not found, but there").containsExactly("c29", "c39");
        assertThat(categories.page(catalogue, "", around("d"), 2, null)).isEmpty();
    }

    @Test
    void searchesOfNamesOfAllKindsAgreeWithTheObviousOne() {
        Random random = new Random(1);
        String letters = "aAbB-ıİKkßſẞöÖ中😀 ";
        int[] points = letters.codePoints().toArray();
        List<String> names = IntStream.range(0, 3_000)
                .mapToObj(i -> random.ints(1 + random.nextInt(6), 0, points.length).map(n -> points[n])
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString())
                .distinct().toList();
        for (String search : List.of("a", "AB", "k", "ß", "ss", "i", "İ", "Ö", "中", "\ud83d", "b-", "aaaaaaa")) {
            assertThat(categories.page(catalogue(names), search, Begin.FIRST, 1_000, null).orElseThrow().matchCount())
                    .as(search)
                    .isEqualTo((int) names.stream()
                            .filter(name -> name.toLowerCase(Locale.ROOT).contains(search.toLowerCase(Locale.ROOT))).count());
        }
    }

    @Test
    void whatSignalsWereTooManyToTellIsReadFromTheMemo() {
        Instant now = Instant.now();
        memo.put("b", new Manifest(new CategoryRef("fruit", "b"), "v", 3, 0, now, now.minusSeconds(1), now.plusSeconds(9), 5, 3,
                1, "crc32c:0-0", ColumnType.NUMBER, ColumnType.NUMBER));

        assertThat(page(catalogue(List.of("a", "b")), "", Optional.empty(), 10).categories())
                .extracting(CategorySummary::state, CategorySummary::rows)
                .containsExactly(tuple(CategorySummary.State.COLD, 7L), tuple(CategorySummary.State.STALE, 3L));
    }

    private List<String> names(Catalogue catalogue, String search, Begin begin, int limit) {
        return categories.page(catalogue, search, begin, limit, null).orElseThrow().categories().stream()
                .map(CategorySummary::name)
                .toList();
    }

    private static Begin from(int place) {
        return new Begin(Optional.empty(), Optional.empty(), Optional.of(place));
    }

    private static Begin around(String name) {
        return new Begin(Optional.empty(), Optional.of(name), Optional.empty());
    }

    private CategoryPage page(Catalogue catalogue, String search, Optional<String> after, int limit) {
        return categories.page(catalogue, search, after(after), limit, null).orElseThrow();
    }

    private static Begin after(Optional<String> name) {
        return new Begin(name, Optional.empty(), Optional.empty());
    }

    private static Catalogue catalogue(List<String> names) {
        return TestCatalogues.counted(names, 7, -1);
    }
}
