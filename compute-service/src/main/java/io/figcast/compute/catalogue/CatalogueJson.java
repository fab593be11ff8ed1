package io.figcast.compute.catalogue;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.figcast.compute.source.dataset.Presentation;

/** A catalogue as it stands in Redis: {@code catalogue.schema.json}. */
record CatalogueJson(
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
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable CatalogueError error) {

    private static final String READING = "reading";
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'")
            .withZone(ZoneOffset.UTC);

    static String write(Catalogue catalogue) {
        Presentation presentation = catalogue.presentation();
        CatalogueJson json = new CatalogueJson(catalogue.dataset(), presentation.title(), presentation.xTitle(),
                presentation.yTitle(), presentation.order(), presentation.byDefault(),
                presentation.defaultCategory().orElse(null), catalogue.categories(), catalogue.notes(), catalogue.fingerprint(),
                TIME.format(catalogue.updatedAt()), catalogue.reading() ? READING : null,
                catalogue.problem().orElse(null), catalogue.error().orElse(null));
        try {
            return MAPPER.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of text is always JSON", e);
        }
    }

    /** The catalogue, or empty if the text is none: then it may be replaced. */
    static Optional<Catalogue> read(String text) {
        try {
            return Optional.ofNullable(MAPPER.readValue(text, CatalogueJson.class)).map(CatalogueJson::catalogue);
        } catch (JsonProcessingException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private Catalogue catalogue() {
        return new Catalogue(dataset,
                new Presentation(title, xTitle, yTitle, order, byDefault, Optional.ofNullable(defaultCategory)),
                List.copyOf(categories), notes == null ? List.of() : notes, fingerprint, Instant.parse(updatedAt),
                READING.equals(state),
                Optional.ofNullable(problem), Optional.ofNullable(error));
    }
}
