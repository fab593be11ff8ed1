package io.figcast.compute.source;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** Gathers distinct categories in the order in which they come, up to a most; leaves out what is none. */
public final class CategoryCollector {

    private static final int LONGEST = 256;

    private final Set<String> categories = new LinkedHashSet<>();
    private final int most;
    private int leftOut;
    private boolean truncated;

    public CategoryCollector(int most) {
        this.most = most;
    }

    /** Takes one value; false once there are more than the most. */
    public boolean add(@Nullable String value) {
        if (value == null || value.isEmpty() || value.codePointCount(0, value.length()) > LONGEST) {
            leftOut++;
        } else if (categories.size() < most) {
            categories.add(value);
        } else {
            truncated |= !categories.contains(value);
        }
        return !truncated;
    }

    public CategoryList list() {
        return new CategoryList(List.copyOf(categories), leftOut, truncated, Optional.empty(), Description.NONE);
    }
}
