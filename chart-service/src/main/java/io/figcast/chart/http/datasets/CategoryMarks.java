package io.figcast.chart.http.datasets;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonGenerator;

import io.figcast.chart.category.CategoryRef;
import io.figcast.chart.category.Signal;
import io.figcast.chart.encoding.Timestamps;
import io.figcast.chart.kafka.CategoryState;
import io.figcast.chart.kafka.CategoryStates;

/** Each category's state in a list of them: a hint from the signals, for which nobody asks Redis. */
final class CategoryMarks {

    private final CategoryStates states;
    private final Clock clock;

    CategoryMarks(CategoryStates states, Clock clock) {
        this.states = states;
        this.clock = clock;
    }

    void write(CategoryRef ref, String fingerprint, JsonGenerator json) throws IOException {
        CategoryState newest = states.newest(ref).filter(state -> isAbout(state, ref, fingerprint)).orElse(null);
        json.writeStartObject();
        json.writeStringField("name", ref.category());
        json.writeStringField("state", state(newest));
        Signal.Result result = newest == null ? null : newest.signal().result();
        if (result != null) {
            json.writeNumberField("rows", result.rows());
            write("computedAt", result.computedAt(), json);
            write("expiresAt", result.expiresAt(), json);
        }
        if (newest != null && newest.computeMillis() != null) {
            json.writeNumberField("computeMillis", newest.computeMillis());
        }
        json.writeEndObject();
    }

    /** A signal about the slice of an earlier definition, or of changed data, says nothing of today's. */
    private static boolean isAbout(CategoryState state, CategoryRef ref, String fingerprint) {
        String slice = state.signal().slice();
        return slice == null || slice.equals(ref.sliceId(fingerprint));
    }

    private String state(@Nullable CategoryState newest) {
        if (newest == null) {
            return "cold";
        }
        return switch (newest.signal().status()) {
            case COMPUTING -> newest.isComputing(System.nanoTime()) ? "computing" : "cold";
            case READY -> age(newest.signal().result());
            case FAILED -> "failed";
            case INVALIDATED -> "cold";
        };
    }

    private String age(Signal.@Nullable Result result) {
        Instant now = clock.instant();
        if (result != null && result.expiresAt() != null && !now.isBefore(result.expiresAt())) {
            return "cold";
        }
        return result != null && result.staleAt() != null && !now.isBefore(result.staleAt()) ? "stale" : "ready";
    }

    private static void write(String field, @Nullable Instant time, JsonGenerator json) throws IOException {
        if (time != null) {
            json.writeStringField(field, Timestamps.text(time));
        }
    }
}
