package io.figcast.chart.kafka;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

import io.figcast.chart.category.CategoryRef;
import io.figcast.chart.encoding.Json;

/**
 * A request as it goes to Kafka: {@code request.schema.json}.
 *
 * @param dataset the dataset, or null for the default one
 * @param category one category, or null for all of them
 * @param refresh compute although a fresh slice is there
 * @param ifVersion refresh only if the memo still holds this version
 * @param forget remove the slice
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({ "dataset", "category", "all", "refresh", "ifVersion", "forget" })
public record CategoryRequest(@Nullable String dataset, @Nullable String category,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean refresh, @Nullable String ifVersion,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean forget) {

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
        return Json.text(this);
    }

    @JsonProperty
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    boolean all() {
        return category == null;
    }
}
