package io.figcast.compute.source;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The usable categories that a source has listed.
 *
 * @param rows how many each of them has with both values; empty where the source does not count them
 * @param leftOut how many were empty or longer than 256 code points
 * @param exceeded the setting beyond whose bound there are more
 */
public record CategoryList(List<String> categories, List<Long> rows, int leftOut, Optional<String> exceeded,
        Description description) {

    public CategoryList with(Description aDescription) {
        return new CategoryList(categories, rows, leftOut, exceeded, aDescription);
    }

    /** The first category that has rows, unless it is the first one anyway. */
    public Optional<String> firstWithRows() {
        return IntStream.range(0, rows.size()).filter(i -> rows.get(i) > 0).boxed().findFirst().filter(i -> i > 0)
                .map(categories::get);
    }
}
