package io.figcast.kubernetes;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/** Shorter ways to read trees. */
final class Json {

    private Json() {
    }

    static Stream<JsonNode> items(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    static Stream<String> texts(JsonNode array) {
        return items(array).map(JsonNode::asText);
    }

    static Map<String, String> pairs(JsonNode object) {
        Map<String, String> pairs = new TreeMap<>();
        object.properties().forEach(entry -> pairs.put(entry.getKey(), entry.getValue().asText()));
        return pairs;
    }

    /** A setting of the container or, where it has none, of its pod. */
    static JsonNode security(JsonNode pod, JsonNode container, String setting) {
        JsonNode own = container.path("securityContext").path(setting);
        return own.isMissingNode() ? pod.path("securityContext").path(setting) : own;
    }
}
