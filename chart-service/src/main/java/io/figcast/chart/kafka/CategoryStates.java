package io.figcast.chart.kafka;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

import org.jspecify.annotations.Nullable;

import io.figcast.chart.category.CategoryRef;

/**
 * The state of every category: its newest signal, in the order of the topic. It is a compacted log in memory, so whoever reads
 * it with a cursor gets the newest of each category however far behind, and costs nothing while behind. Bounded: beyond the
 * bound the categories that have been silent longest are forgotten. One thread writes, any number read.
 */
public final class CategoryStates {

    private final int maxCategories;
    private final Map<CategoryRef, CategoryState> newest = new ConcurrentHashMap<>();
    private final ConcurrentNavigableMap<Long, CategoryState> log = new ConcurrentSkipListMap<>();
    private volatile long position = -1;
    private volatile long epoch;

    public CategoryStates(int maxCategories) {
        this.maxCategories = maxCategories;
    }

    /** The offset of the newest record that was read, -1 before the first. */
    public long position() {
        return position;
    }

    /** Grows when the topic has begun anew, and with it all offsets: older cursors mean nothing then. */
    public long epoch() {
        return epoch;
    }

    public Optional<CategoryState> newest(CategoryRef ref) {
        return Optional.ofNullable(newest.get(ref));
    }

    /** Those after {@code cursor}, in order. */
    public Iterable<CategoryState> after(long cursor) {
        return log.tailMap(cursor, false).values();
    }

    public int size() {
        return newest.size();
    }

    /** To be called for every record, also those that are no signal. */
    public void moveTo(long offset) {
        if (offset <= position) {
            newest.clear();
            log.clear();
            epoch++;
        }
        position = offset;
    }

    public void accept(CategoryState state) {
        CategoryState before = newest.put(state.signal().ref(), state);
        log.put(state.offset(), state);
        if (before != null) {
            log.remove(before.offset());
        }
        while (newest.size() > maxCategories) {
            forget(log.pollFirstEntry());
        }
    }

    private void forget(Map.@Nullable Entry<Long, CategoryState> oldest) {
        if (oldest != null) {
            newest.remove(oldest.getValue().signal().ref(), oldest.getValue());
        }
    }
}
