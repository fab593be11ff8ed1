package io.figcast.chart.http.datasets;

import java.time.Instant;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;

import io.figcast.chart.encoding.Json;

/**
 * A category at a glance.
 *
 * @param name as it stands in the data
 * @param rows of its slice; before there is one, those that were counted in the source, if they were
 * @param computeMillis how long its newest known computation took
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CategorySummary(String name, State state, @Nullable Long rows,
        @JsonFormat(pattern = Json.TIME, timezone = "UTC") @Nullable Instant computedAt,
        @JsonFormat(pattern = Json.TIME, timezone = "UTC") @Nullable Instant expiresAt,
        @Nullable Long computeMillis) {

    /** What there is of a category. */
    public enum State {
        COLD,
        COMPUTING,
        READY,
        STALE,
        FAILED;

        @JsonValue
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
