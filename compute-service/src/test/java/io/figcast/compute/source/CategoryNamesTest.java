package io.figcast.compute.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class CategoryNamesTest {

    @Test
    void theyAreTheDistinctOnesInOrderAndEachIsFound() {
        Random random = new Random(1);
        Set<String> expected = new LinkedHashSet<>();
        List<String> given = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            String name = random.ints(1 + random.nextInt(4), 'a', 'a' + 12)
                    .collect(StringBuilder::new,
                            (text, c) -> text.append(c == 'a' ? "😀" : c == 'b' ? "ö" : Character.toString(c)),
                            StringBuilder::append)
                    .toString();
            given.add(name);
            expected.add(name);
        }
        CategoryNames names = CategoryNames.of(given);

        assertThat(names).containsExactlyElementsOf(expected);
        int place = 0;
        for (String name : expected) {
            assertThat(names.indexOf(name)).isEqualTo(place++);
            assertThat(names.contains(name + "\0")).isFalse();
        }
        assertThat(names.equals(CategoryNames.of(expected))).isTrue();
        assertThat(names.equals(CategoryNames.of(given.subList(1, 2)))).isFalse();
    }

    @Test
    void whatHasTheSameBytesOnlyBecauseItIsNoTextIsNotFound() {
        assertThat(CategoryNames.of(List.of("?"))).doesNotContain("\ud83d");
    }

    @Test
    void aMillionTakeLittleMemory() {
        CategoryNames.Builder builder = new CategoryNames.Builder();
        IntStream.range(0, 1_000_000).forEach(i -> builder.add("category-%07d".formatted(i).substring(4)));
        long before = used();
        CategoryNames names = builder.build();

        assertThat(names).hasSize(1_000_000);
        assertThat(names.indexOf("gory-0999999")).isEqualTo(999_999);
        assertThat(used() - before).isLessThan(32 << 20);
    }

    @Test
    void collectingEndsAtTheFirstBoundAndNamesIt() {
        assertThat(collected(new CategoryBound(2, 100), "a", "", "a", "b").exceeded()).isEmpty();
        CategoryList many = collected(new CategoryBound(2, 100), "a", "b", "a", "c");
        assertThat(many.categories()).containsExactly("a", "b");
        assertThat(many.rows()).containsExactly(1L, 1L);
        assertThat(many.exceeded()).isEqualTo(Optional.of("figcast.catalogue.max-categories"));
        CategoryList lengthy = collected(new CategoryBound(9, 14), "a", "\n", "z");
        assertThat(lengthy.categories()).containsExactly("a", "\n");
        assertThat(lengthy.exceeded()).isEqualTo(Optional.of("figcast.catalogue.max-bytes"));
    }

    private static CategoryList collected(CategoryBound bound, String... values) {
        CategoryCollector collector = new CategoryCollector(bound);
        for (String value : values) {
            if (!collector.add(value, OptionalLong.of(1))) {
                break;
            }
        }
        return collector.list();
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
