package io.figcast.chart.http.datasets;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A dataset at a glance.
 *
 * @param state {@code reading} while its categories have never been listed
 * @param error why the categories may be incomplete
 * @param problem in one sentence, what readers should know of the data
 * @param notes sentences on what was chosen of the data, what else there is, and how to choose otherwise
 * @param categories the first ones
 * @param categoryCount how many there are, where that is more than stand here
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DatasetSummary(String name, String title, String xTitle, String yTitle,
        @JsonProperty("default") boolean isDefault,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Schema(nullable = true) @Nullable String defaultCategory,
        @Nullable String state,
        @Nullable String error, @Nullable String problem,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> notes, @Nullable Integer categoryCount,
        List<CategorySummary> categories) {
}
