package io.figcast.chart.kafka;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

import io.figcast.chart.category.Axes;
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
 * @param x the column drawn from left to right, or null for the dataset's own
 * @param y the column drawn upwards, likewise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({ "dataset", "category", "all", "refresh", "ifVersion", "forget", "x", "y" })
public record CategoryRequest(@Nullable String dataset, @Nullable String category,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean refresh, @Nullable String ifVersion,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean forget, @Nullable String x, @Nullable String y) {

    public static CategoryRequest of(CategoryRef ref) {
        return of(ref, false, null, false);
    }

    public static CategoryRequest refresh(CategoryRef ref, String ifVersion) {
        return of(ref, true, ifVersion, false);
    }

    public static CategoryRequest forget(CategoryRef ref) {
        return of(ref, false, null, true);
    }

    private static CategoryRequest of(CategoryRef ref, boolean refresh, @Nullable String ifVersion, boolean forget) {
        Axes axes = ref.axes();
        return new CategoryRequest(ref.dataset(), ref.category(), refresh, ifVersion, forget, axes == null ? null : axes.x(),
                axes == null ? null : axes.y());
    }

    /** The same about this dataset, and about these axes: null for the dataset's own. */
    public CategoryRequest about(String named, @Nullable Axes axes) {
        return new CategoryRequest(named, category, refresh, ifVersion, forget, axes == null ? null : axes.x(),
                axes == null ? null : axes.y());
    }

    /** {@link CategoryRef#recordKey()}, by which requests for one slice stay in order; none for all of a dataset. */
    public Optional<String> key() {
        return category == null || dataset == null ? Optional.empty()
                : Optional.of(new CategoryRef(dataset, category, x == null || y == null ? null : new Axes(x, y)).recordKey());
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
