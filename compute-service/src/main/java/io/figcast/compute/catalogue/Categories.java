package io.figcast.compute.catalogue;

import java.util.AbstractList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.RandomAccess;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** An immutable list of distinct categories that finds one in constant time. */
final class Categories extends AbstractList<String> implements RandomAccess {

    private final String[] inOrder;
    private final Set<String> all;

    private Categories(Collection<String> categories) {
        this.all = new LinkedHashSet<>(categories);
        this.inOrder = all.toArray(String[]::new);
    }

    static Categories of(Collection<String> categories) {
        return categories instanceof Categories already ? already : new Categories(categories);
    }

    @Override
    public String get(int index) {
        return inOrder[index];
    }

    @Override
    public int size() {
        return inOrder.length;
    }

    @Override
    public boolean contains(@Nullable Object category) {
        return all.contains(category);
    }
}
