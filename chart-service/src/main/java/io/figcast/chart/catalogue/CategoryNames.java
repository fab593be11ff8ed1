package io.figcast.chart.catalogue;

import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.RandomAccess;
import java.util.concurrent.ThreadLocalRandom;

import org.jspecify.annotations.Nullable;

/**
 * Distinct names in order, packed: each costs its UTF-8 and some twelve bytes, where a list and a set of strings cost a hundred
 * more. One is found in constant time. Immutable.
 */
public final class CategoryNames extends AbstractList<String> implements RandomAccess {

    /** Not known to whoever makes names: nobody can choose many that fall on one place. */
    private static final long FACTOR = ThreadLocalRandom.current().nextLong() | 1;

    private final byte[] text;
    private final int[] ends;
    /** By hash the number of a name plus one, or 0; on collision the next place. */
    private final int[] places;

    private CategoryNames(byte[] text, int[] ends, int[] places) {
        this.text = text;
        this.ends = ends;
        this.places = places;
    }

    /** The same, or the distinct ones of them. */
    public static CategoryNames of(Collection<String> names) {
        if (names instanceof CategoryNames already) {
            return already;
        }
        Builder builder = new Builder();
        names.forEach(builder::add);
        return builder.build();
    }

    @Override
    public int size() {
        return ends.length;
    }

    @Override
    public String get(int index) {
        int from = index == 0 ? 0 : ends[index - 1];
        return new String(text, from, ends[index] - from, StandardCharsets.UTF_8);
    }

    @Override
    public boolean contains(@Nullable Object name) {
        return indexOf(name) >= 0;
    }

    @Override
    public int indexOf(@Nullable Object name) {
        if (!(name instanceof String sought)) {
            return -1;
        }
        byte[] bytes = sought.getBytes(StandardCharsets.UTF_8);
        int found = places[place(text, ends, places, bytes)] - 1;
        return found >= 0 && get(found).equals(sought) ? found : -1; // half a character has the bytes of a question mark
    }

    /** The numbers of those that contain this, in whatever case, in order. */
    public int[] matching(String part) {
        String wanted = part.toLowerCase(Locale.ROOT);
        byte[] bytes = wanted.getBytes(StandardCharsets.UTF_8);
        boolean ascii = isAscii(bytes, 0, bytes.length);
        int[] matches = new int[64];
        int count = 0;
        for (int i = 0; i < ends.length; i++) {
            int from = i == 0 ? 0 : ends[i - 1];
            boolean found = isAscii(text, from, ends[i]) ? ascii && contains(from, ends[i], bytes)
                    : get(i).toLowerCase(Locale.ROOT).contains(wanted);
            if (found) {
                matches = count == matches.length ? Arrays.copyOf(matches, count * 2) : matches;
                matches[count++] = i;
            }
        }
        return Arrays.copyOf(matches, count);
    }

    private boolean contains(int from, int to, byte[] wanted) {
        for (int i = from; i <= to - wanted.length; i++) {
            int same = 0;
            while (same < wanted.length && lower(text[i + same]) == wanted[same]) {
                same++;
            }
            if (same == wanted.length) {
                return true;
            }
        }
        return false;
    }

    private static byte lower(byte letter) {
        return letter >= 'A' && letter <= 'Z' ? (byte) (letter + 'a' - 'A') : letter;
    }

    private static boolean isAscii(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CategoryNames that ? Arrays.equals(text, that.text) && Arrays.equals(ends, that.ends)
                : super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }

    /** Where the name stands, or would. */
    private static int place(byte[] text, int[] ends, int[] places, byte[] name) {
        int mask = places.length - 1;
        int place = hash(name, 0, name.length) & mask;
        while (places[place] != 0) {
            int index = places[place] - 1;
            int from = index == 0 ? 0 : ends[index - 1];
            if (Arrays.equals(text, from, ends[index], name, 0, name.length)) {
                return place;
            }
            place = place + 1 & mask;
        }
        return place;
    }

    private static int hash(byte[] bytes, int from, int to) {
        long hash = 0;
        for (int i = from; i < to; i++) {
            hash = (hash + bytes[i] + 1) * FACTOR;
        }
        return (int) (hash ^ hash >>> 32);
    }

    /** Gathers names. */
    public static final class Builder {

        private byte[] text = new byte[1024];
        private int[] ends = new int[64];
        private int[] places = new int[128];
        private int size;

        public int size() {
            return size;
        }

        /** Whether it is a new one. */
        public boolean add(String name) {
            byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
            int place = place(text, ends, places, bytes);
            if (places[place] != 0) {
                return false;
            }
            int from = size == 0 ? 0 : ends[size - 1];
            int end = Math.addExact(from, bytes.length);
            if (end > text.length) {
                text = Arrays.copyOf(text, grown(text.length, end));
            }
            System.arraycopy(bytes, 0, text, from, bytes.length);
            if (size == ends.length) {
                ends = Arrays.copyOf(ends, grown(size, size + 1));
            }
            ends[size] = end;
            places[place] = ++size;
            if (size > places.length / 2) {
                spread();
            }
            return true;
        }

        public CategoryNames build() {
            return new CategoryNames(Arrays.copyOf(text, size == 0 ? 0 : ends[size - 1]), Arrays.copyOf(ends, size), places);
        }

        private void spread() {
            int mask = places.length * 2 - 1;
            int[] wider = new int[mask + 1];
            for (int i = 0; i < size; i++) {
                int place = hash(text, i == 0 ? 0 : ends[i - 1], ends[i]) & mask;
                while (wider[place] != 0) {
                    place = place + 1 & mask;
                }
                wider[place] = i + 1;
            }
            places = wider;
        }

        private static int grown(int length, int needed) {
            return Math.max(needed, (int) Math.min(Integer.MAX_VALUE - 8, length * 3L / 2));
        }
    }
}
