package io.figcast.compute.source.csv;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/** The names of columns, made of a header's cells or of nothing. */
final class HeaderNames {

    /** What R and pandas leave unnamed in the header. */
    static final String ROW_NAMES = "row names";

    private HeaderNames() {
    }

    /**
     * Each cell without the spaces around it; an empty one is called by its place, and of equal ones all but the first get a
     * number.
     */
    static List<String> of(List<String> cells) {
        Set<String> taken = new HashSet<>();
        List<String> names = new ArrayList<>();
        for (String cell : cells) {
            String name = cell.replace("\0", "").strip();
            if (name.isEmpty()) {
                name = names.isEmpty() && cells.size() > 1 ? ROW_NAMES : numbered(names.size());
            }
            String unique = name;
            for (int n = 1; !taken.add(unique.toLowerCase(Locale.ROOT)); n++) {
                unique = name + "_" + n;
            }
            names.add(unique);
        }
        return List.copyOf(names);
    }

    static List<String> numbered(int from, int count) {
        return IntStream.range(from, count).mapToObj(HeaderNames::numbered).toList();
    }

    private static String numbered(int place) {
        return "column " + (place + 1);
    }
}
