package io.figcast.chart;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;

/** The description of the HTTP API in META-INF/openapi.yaml, as far as the tests ask it. */
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

    static OpenApi read() {
        try (InputStream yaml = OpenApi.class.getResourceAsStream("/META-INF/openapi.yaml")) {
            return new OpenApi(new YAMLMapper().readTree(yaml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Set<String> paths() {
        return Set.copyOf(fields(root.path("paths")).map(Map.Entry::getKey).toList());
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
        JsonNode there = node.has("$ref") ? root.at(node.path("$ref").asText().substring(1)) : node;
        return fields(there.path("content")).map(type -> new Body(place, type.getKey(), type.getValue()));
    }

    private static Stream<Map.Entry<String, JsonNode>> fields(JsonNode node) {
        return node.properties().stream();
    }
}
