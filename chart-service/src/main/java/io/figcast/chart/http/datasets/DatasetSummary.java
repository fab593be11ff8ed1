package io.figcast.chart.http.datasets;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

import io.figcast.chart.catalogue.Note;

/**
 * A dataset at a glance.
 *
 * @param state {@code reading} while its categories have never been listed
 * @param progress how much is read so far, from 0 to 1, while that is known
 * @param error why the categories may be incomplete
 * @param notes what readers should know of the data: which columns were chosen, which lines left out
 * @param x the dataset's own column for x, where it has a name; so with y
 * @param columns what may be named as x and y, where there is a choice
 * @param categories the first ones
 * @param categoryCount how many there are, where that is more than stand here
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DatasetSummary(String name, String title, String xTitle, String yTitle,
        @JsonProperty("default") boolean isDefault,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Schema(nullable = true) @Nullable String defaultCategory,
        @Nullable String state, @Nullable Double progress,
        @Nullable String error,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Note> notes, @Nullable String x, @Nullable String y,
        @Nullable List<Column> columns, @Nullable Integer categoryCount,
        List<CategorySummary> categories) {

    /** A column that may be an axis: a number, or a time. */
    public record Column(String name, @Schema(enumeration = {
            "number", "time" }) String type){
    }
}
