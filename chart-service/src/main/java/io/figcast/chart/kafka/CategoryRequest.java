package io.figcast.chart.kafka;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.figcast.chart.category.CategoryRef;
import io.vertx.core.json.JsonObject;

/**
 * A request as it goes to Kafka.
 *
 * @param dataset the dataset, or null for the default one
 * @param category one category, or null for all of them
 * @param refresh compute although a fresh slice is there
 * @param ifVersion refresh only if the memo still holds this version
 * @param forget remove the slice
 */
public record CategoryRequest(@Nullable String dataset, @Nullable String category, boolean refresh,
        @Nullable String ifVersion, boolean forget) {

    public static CategoryRequest of(CategoryRef ref) {
        return new CategoryRequest(ref.dataset(), ref.category(), false, null, false);
    }

    public static CategoryRequest refresh(CategoryRef ref, String ifVersion) {
        return new CategoryRequest(ref.dataset(), ref.category(), true, ifVersion, false);
    }

    public static CategoryRequest forget(CategoryRef ref) {
        return new CategoryRequest(ref.dataset(), ref.category(), false, null, true);
    }

    public CategoryRequest in(String defaultDataset) {
        return new CategoryRequest(dataset == null ? defaultDataset : dataset, category, refresh, ifVersion, forget);
    }

    /** {@code <dataset>/<category>}, by which requests of one category stay in order; none for all of a dataset. */
    public Optional<String> key() {
        return category == null || dataset == null ? Optional.empty() : Optional.of(dataset + "/" + category);
    }

    public String json() {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (dataset != null) {
            fields.put("dataset", dataset);
        }
        if (category == null) {
            fields.put("all", true);
        } else {
            fields.put("category", category);
        }
        if (refresh) {
            fields.put("refresh", true);
        }
        if (ifVersion != null) {
            fields.put("ifVersion", ifVersion);
        }
        if (forget) {
            fields.put("forget", true);
        }
        return new JsonObject(fields).encode();
    }
}
