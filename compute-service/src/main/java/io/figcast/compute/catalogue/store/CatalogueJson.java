package io.figcast.compute.catalogue.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;

import io.figcast.compute.encoding.Json;
import io.figcast.compute.source.CategoryNames;
import io.figcast.compute.source.Note;

/** A catalogue as it stands in Redis: {@code catalogue.schema.json}. */
public record CatalogueJson(String dataset, String title, String xTitle, String yTitle, int order,
        @JsonProperty("default") boolean byDefault,
        @JsonSetter(nulls = Nulls.SET) @Nullable String defaultCategory,
        List<String> categories,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) @JsonSetter(nulls = Nulls.AS_EMPTY) List<Long> rows,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) @JsonSetter(nulls = Nulls.AS_EMPTY) List<Note> notes,
        @JsonInclude(JsonInclude.Include.NON_NULL) @JsonSetter(nulls = Nulls.SET) @Nullable String x,
        @JsonInclude(JsonInclude.Include.NON_NULL) @JsonSetter(nulls = Nulls.SET) @Nullable String y,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) @JsonSetter(nulls = Nulls.AS_EMPTY) List<Column> columns,
        String fingerprint,
        Instant updatedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @JsonSetter(nulls = Nulls.SET) @Nullable String state,
        @JsonInclude(JsonInclude.Include.NON_NULL) @JsonSetter(nulls = Nulls.SET) @Nullable Double progress,
        @JsonInclude(JsonInclude.Include.NON_NULL) @JsonSetter(nulls = Nulls.SET) @Nullable Failure error) {

    /** What {@code state} says while the source has never been listed. */
    public static final String READING = "reading";

    /** A column that may be drawn. */
    public record Column(String name, String type) {
    }

    /**
     * Why the source could not be listed.
     *
     * @param code always {@code SOURCE_FAILED} as yet
     * @param message for users; holds no credentials
     */
    public record Failure(String code, String message) {
    }

    public CatalogueJson {
        if (fingerprint.isEmpty()) {
            throw new IllegalArgumentException("a fingerprint must not be empty");
        }
        categories = CategoryNames.of(categories);
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
        columns = List.copyOf(columns);
    }

    /** It ends with a revision, which is another one for everything else that it says. */
    public String text() {
        String text = Json.text(this);
        return text.substring(0, text.length() - 1) + ",\"revision\":\"" + CatalogueStore.sha1(text) + "\"}";
    }

    /** The catalogue, or empty if the text is none: then it may be replaced. */
    public static Optional<CatalogueJson> read(String text) {
        try {
            return Optional.of(Json.read(text, CatalogueJson.class));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
