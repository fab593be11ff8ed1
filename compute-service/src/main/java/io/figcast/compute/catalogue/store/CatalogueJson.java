package io.figcast.compute.catalogue.store;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** A catalogue as it stands in Redis: {@code catalogue.schema.json}. */
public record CatalogueJson(
        @JsonProperty(required = true) String dataset,
        @JsonProperty(required = true) String title,
        @JsonProperty(required = true) String xTitle,
        @JsonProperty(required = true) String yTitle,
        @JsonProperty(required = true) int order,
        @JsonProperty(value = "default", required = true) boolean byDefault,
        @Nullable String defaultCategory,
        @JsonProperty(required = true) List<String> categories,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable List<String> notes,
        @JsonProperty(required = true) String fingerprint,
        @JsonProperty(required = true) String updatedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String state,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String problem,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Failure error) {

    /** What {@code state} says while the source has never been listed. */
    public static final String READING = "reading";

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

    /** Why the source could not be listed. */
    public record Failure(String code, String message) {
    }

    public CatalogueJson {
        List.of(dataset, title, xTitle, yTitle).forEach(Objects::requireNonNull);
        if (fingerprint.isEmpty()) {
            throw new IllegalArgumentException("a fingerprint must not be empty");
        }
        Objects.requireNonNull(Instant.parse(updatedAt));
        categories = List.copyOf(categories);
        notes = notes == null ? List.of() : List.copyOf(notes);
    }

    public String text() {
        try {
            return MAPPER.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of text is always JSON", e);
        }
    }

    /** The catalogue, or empty if the text is none: then it may be replaced. */
    public static Optional<CatalogueJson> read(String text) {
        try {
            return Optional.ofNullable(MAPPER.readValue(text, CatalogueJson.class));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
