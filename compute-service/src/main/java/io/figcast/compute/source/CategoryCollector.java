package io.figcast.compute.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;

/** Gathers distinct categories in their order of appearance, up to a maximum; leaves out invalid ones. */
public final class CategoryCollector {

    private static final int LONGEST = 256;

    private final Map<String, OptionalLong> categories = new LinkedHashMap<>();
    private final int most;
    private int leftOut;
    private boolean truncated;

    public CategoryCollector(int most) {
        this.most = most;
    }

    /** Takes one value; false once there are more than the maximum. */
    public boolean add(@Nullable String value) {
        return add(value, OptionalLong.empty());
    }

    /** The same, of which it is known how many rows its slice has. */
    public boolean add(@Nullable String value, OptionalLong rows) {
        if (value == null || value.isEmpty() || value.codePointCount(0, value.length()) > LONGEST) {
            leftOut++;
        } else if (categories.size() < most) {
            categories.putIfAbsent(value, rows);
        } else {
            truncated |= !categories.containsKey(value);
        }
        return !truncated;
    }

    public CategoryList list() {
        boolean counted = categories.values().stream().allMatch(OptionalLong::isPresent);
        List<Long> rows = counted ? categories.values().stream().map(OptionalLong::getAsLong).toList() : List.of();
        return new CategoryList(List.copyOf(categories.keySet()), rows, leftOut, truncated, Description.NONE);
    }
}
