package io.figcast.compute.catalogue;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.figcast.compute.source.dataset.Presentation;

/** A catalogue as it stands in Redis: {@code catalogue.schema.json}. */
final class CatalogueJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'")
            .withZone(ZoneOffset.UTC);

    private CatalogueJson() {
    }

    static String write(Catalogue catalogue) {
        Presentation presentation = catalogue.presentation();
        ObjectNode json = JsonNodeFactory.instance.objectNode()
                .put("dataset", catalogue.dataset())
                .put("title", presentation.title())
                .put("xTitle", presentation.xTitle())
                .put("yTitle", presentation.yTitle())
                .put("order", presentation.order())
                .put("default", presentation.byDefault())
                .put("defaultCategory", presentation.defaultCategory().orElse(null));
        catalogue.categories().forEach(json.putArray("categories")::add);
        json.put("fingerprint", catalogue.fingerprint()).put("updatedAt", TIME.format(catalogue.updatedAt()));
        catalogue.error().ifPresent(
                error -> json.putObject("error").put("code", error.code()).put("message", error.message()));
        return json.toString();
    }

    /** The catalogue, or empty if the text is none: then it may be replaced. */
    static Optional<Catalogue> read(String text) {
        try {
            JsonNode json = MAPPER.readTree(text);
            List<String> categories = new ArrayList<>();
            json.required("categories").forEach(category -> categories.add(category.textValue()));
            Presentation presentation = new Presentation(json.required("title").textValue(),
                    json.required("xTitle").textValue(), json.required("yTitle").textValue(),
                    json.required("order").intValue(), json.required("default").booleanValue(),
                    Optional.ofNullable(json.path("defaultCategory").textValue()));
            JsonNode error = json.path("error");
            return Optional.of(new Catalogue(json.required("dataset").textValue(), presentation, categories,
                    json.required("fingerprint").textValue(), Instant.parse(json.required("updatedAt").textValue()),
                    error.isObject() ? Optional.of(new CatalogueError(error.required("code").textValue(),
                            error.required("message").textValue())) : Optional.empty()));
        } catch (JsonProcessingException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
