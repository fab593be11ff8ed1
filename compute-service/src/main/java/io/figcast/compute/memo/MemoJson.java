package io.figcast.compute.memo;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;

import io.figcast.compute.encoding.Json;
import io.figcast.compute.slice.Axes;
import io.figcast.compute.slice.ColumnType;
import io.figcast.compute.slice.ColumnTypes;
import io.figcast.compute.slice.Failure;
import io.figcast.compute.slice.FailureCode;
import io.figcast.compute.slice.Manifest;

/** Manifests and failures as they stand in Redis. */
final class MemoJson {

    private static final String TIME = "time";

    /**
     * {@code manifest.schema.json}.
     *
     * @param x absent, as y is, where both are the dataset's own, so that readers of the first version see nothing new
     * @param xType absent for numbers, likewise
     * @param reduced absent for false, likewise
     */
    private record ManifestJson(String dataset, String category,
            @JsonInclude(JsonInclude.Include.NON_NULL) @JsonSetter(nulls = Nulls.SET) @Nullable String x,
            @JsonInclude(JsonInclude.Include.NON_NULL) @JsonSetter(nulls = Nulls.SET) @Nullable String y, String version,
            long rows, long omitted,
            Instant computedAt, Instant staleAt, Instant expiresAt, long computeMillis, int chunkValues, int chunks,
            String checksum,
            @JsonInclude(JsonInclude.Include.NON_NULL) @JsonSetter(nulls = Nulls.SET) @Nullable String xType,
            @JsonInclude(JsonInclude.Include.NON_NULL) @JsonSetter(nulls = Nulls.SET) @Nullable String yType,
            @JsonInclude(JsonInclude.Include.NON_NULL) @JsonSetter(nulls = Nulls.SET) @Nullable Boolean reduced) {
    }

    /** {@code failure.schema.json}. */
    private record FailureJson(FailureCode code, String message, Instant failedAt, long retryAfterSeconds) {
    }

    private MemoJson() {
    }

    static String write(Manifest manifest) {
        Axes axes = manifest.axes();
        return Json.text(new ManifestJson(manifest.dataset(), manifest.category(), axes == null ? null : axes.x(),
                axes == null ? null : axes.y(), manifest.version(), manifest.rows(),
                manifest.omitted(), manifest.computedAt(), manifest.staleAt(), manifest.expiresAt(),
                manifest.computeMillis(), manifest.chunkValues(), manifest.chunks(), manifest.checksum(),
                text(manifest.columns().x()), text(manifest.columns().y()), manifest.reduced() ? true : null));
    }

    static String write(Failure failure) {
        return Json.text(
                new FailureJson(failure.code(), failure.message(), failure.failedAt(), failure.retryAfterSeconds()));
    }

    /** @throws IllegalArgumentException if the text is no manifest */
    static Manifest manifest(String text) {
        ManifestJson json = Json.read(text, ManifestJson.class);
        Axes axes = json.x() == null || json.y() == null ? null : new Axes(json.x(), json.y());
        return new Manifest(json.dataset(), json.category(), axes, json.version(), json.rows(), json.omitted(),
                new ColumnTypes(type(json.xType()), type(json.yType())), Boolean.TRUE.equals(json.reduced()), json.computedAt(),
                json.staleAt(),
                json.expiresAt(), json.computeMillis(), json.chunkValues(), json.chunks(), json.checksum());
    }

    /** @throws IllegalArgumentException if the text is no failure */
    static Failure failure(String text) {
        FailureJson json = Json.read(text, FailureJson.class);
        return new Failure(json.code(), json.message(), json.failedAt(), json.retryAfterSeconds());
    }

    private static @Nullable String text(ColumnType type) {
        return type == ColumnType.TIME ? TIME : null;
    }

    private static ColumnType type(@Nullable String text) {
        return TIME.equals(text) ? ColumnType.TIME : ColumnType.NUMBER;
    }
}
