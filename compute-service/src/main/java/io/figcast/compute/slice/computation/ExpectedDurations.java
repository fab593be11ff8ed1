package io.figcast.compute.slice.computation;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.figcast.compute.slice.Manifest;
import io.figcast.compute.slice.SliceKey;

/** How long categories took last time, in this process; the longest unused are left out. */
final class ExpectedDurations {

    private static final int KNOWN = 10_000;

    private final Map<Category, Long> millis = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Category, Long> eldest) {
            return size() > KNOWN;
        }
    };

    void took(SliceKey key, long computeMillis) {
        millis.put(new Category(key.dataset(), key.category()), computeMillis);
    }

    /** What the replaced slice took, or the category's last one here, though under another fingerprint. */
    @Nullable
    Long expected(SliceKey key, @Nullable Manifest replaced) {
        return replaced != null ? Long.valueOf(replaced.computeMillis())
                : millis.get(new Category(key.dataset(), key.category()));
    }

    private record Category(String dataset, String category) {
    }
}
