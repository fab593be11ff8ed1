package io.figcast.compute.source;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;

/** Gathers distinct categories in the order in which they come, up to a bound; leaves out what is none. */
public final class CategoryCollector {

    private static final int LONGEST = 256;
    private static final int ESCAPED = 6;

    private final CategoryNames.Builder names = new CategoryNames.Builder();
    private final CategoryBound bound;
    private long[] rows = new long[64];
    private boolean counted = true;
    private long bytes;
    private int leftOut;
    private @Nullable String exceeded;

    public CategoryCollector(CategoryBound bound) {
        this.bound = bound;
    }

    /** Takes one value; false once there are more than the bound allows. */
    public boolean add(@Nullable String value) {
        return add(value, OptionalLong.empty());
    }

    /** The same, of which it is known how many rows its slice has. */
    public boolean add(@Nullable String value, OptionalLong itsRows) {
        if (value == null || value.isEmpty() || value.codePointCount(0, value.length()) > LONGEST) {
            leftOut++;
        } else if (exceeded == null && !names.contains(value)) {
            addNew(value, itsRows);
        }
        return exceeded == null;
    }

    private void addNew(String value, OptionalLong itsRows) {
        long longer = bytes + length(value);
        if (names.size() == bound.categories()) {
            exceeded = "figcast.catalogue.max-categories";
        } else if (longer > bound.bytes()) {
            exceeded = "figcast.catalogue.max-bytes";
        } else {
            var unused = names.add(value);
            bytes = longer;
            counted &= itsRows.isPresent();
            rows = names.size() > rows.length ? Arrays.copyOf(rows, rows.length * 2) : rows;
            rows[names.size() - 1] = itsRows.orElse(0);
        }
    }

    /** In UTF-8, with quotes and a comma. */
    private static int length(String name) {
        int length = 3;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            length += c < ' ' ? ESCAPED
                    : c == '"' || c == '\\' ? 2 : c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return length;
    }

    public CategoryList list() {
        return new CategoryList(names.build(),
                counted ? new Counts(Arrays.copyOf(rows, names.size())) : List.of(), leftOut,
                Optional.ofNullable(exceeded), Description.NONE);
    }

    /** Numbers that are not objects as long as nobody looks at them. */
    private static final class Counts extends AbstractList<Long> {

        private final long[] counts;

        Counts(long[] counts) {
            this.counts = counts;
        }

        @Override
        public Long get(int index) {
            return counts[index];
        }

        @Override
        public int size() {
            return counts.length;
        }
    }
}
