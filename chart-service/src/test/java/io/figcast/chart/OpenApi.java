package io.figcast.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;

/** The description of the HTTP API, as far as the tests ask it. */
record OpenApi(JsonNode root) {

    /**
     * What is sent in a request or a response.
     *
     * @param place the path, the method and, for a response, the status
     * @param content the schema and the examples
     */
    record Body(String place, String mediaType, JsonNode content) {

        List<JsonNode> examples() {
            List<JsonNode> examples = new ArrayList<>();
            content.path("examples").forEach(example -> examples.add(example.path("value")));
            if (content.has("example")) {
                examples.add(content.path("example"));
            }
            return examples;
        }
    }

    /** The statuses of each call, in order. */
    Map<String, List<String>> statuses() {
        return calls(call -> fields(call.path("responses")).map(Map.Entry::getKey));
    }

    /** The names of each call's parameters, in order. */
    Map<String, List<String>> parameters() {
        return calls(call -> call.path("parameters").valueStream()
                .map(parameter -> resolved(parameter).path("name").asText()));
    }

    private Map<String, List<String>> calls(Function<JsonNode, Stream<String>> of) {
        Map<String, List<String>> calls = new TreeMap<>();
        fields(root.path("paths")).forEach(path -> fields(path.getValue()).forEach(method -> calls
                .put(method.getKey() + " " + path.getKey(), of.apply(method.getValue()).sorted().toList())));
        return calls;
    }

    /** The names of all fields that the schema of a body knows, however deep. */
    Set<String> names(Body body) {
        Set<String> names = new TreeSet<>();
        collect(body.content().path("schema"), names);
        return names;
    }

    private void collect(JsonNode schema, Set<String> names) {
        JsonNode there = resolved(schema);
        fields(there.path("properties")).forEach(property -> {
            names.add(property.getKey());
            collect(property.getValue(), names);
        });
        if (there.has("items")) {
            collect(there.path("items"), names);
        }
    }

    /** The names of all fields of an answer, however deep. */
    static Set<String> names(JsonNode answer) {
        Set<String> names = new TreeSet<>();
        fields(answer).forEach(field -> names.add(field.getKey()));
        answer.forEach(part -> names.addAll(names(part)));
        return names;
    }

    Stream<Body> bodies() {
        return fields(root.path("paths")).flatMap(path -> fields(path.getValue()).flatMap(method -> {
            String place = method.getKey() + " " + path.getKey();
            return Stream.concat(contents(place, method.getValue().path("requestBody")),
                    fields(method.getValue().path("responses"))
                            .flatMap(response -> contents(place + " " + response.getKey(), response.getValue())));
        }));
    }

    /** What the schema of a body says against an example; empty if nothing. */
    Set<ValidationMessage> complaints(Body body, JsonNode example) {
        ObjectNode schema = body.content().path("schema").deepCopy();
        schema.set("components", root.path("components"));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema).validate(example);
    }

    private Stream<Body> contents(String place, JsonNode node) {
        JsonNode there = resolved(node);
        return fields(there.path("content")).map(type -> new Body(place, type.getKey(), type.getValue()));
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? root.at(node.path("$ref").asText().substring(1)) : node;
    }

    private static Stream<Map.Entry<String, JsonNode>> fields(JsonNode node) {
        return node.properties().stream();
    }
}
