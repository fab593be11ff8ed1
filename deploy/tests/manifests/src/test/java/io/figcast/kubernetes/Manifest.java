package io.figcast.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/** One object as it is given to a cluster. */
public record Manifest(JsonNode content) {

    public String apiVersion() {
        return content.path("apiVersion").asText();
    }

    public String kind() {
        return content.path("kind").asText();
    }

    public String name() {
        return content.at("/metadata/name").asText();
    }

    public String namespace() {
        return content.at("/metadata/namespace").asText();
    }

    /** What a workload makes its pods from; missing in everything else. */
    public JsonNode podTemplate() {
        return switch (kind()) {
            case "Deployment", "StatefulSet", "DaemonSet" -> content.at("/spec/template");
            default -> MissingNode.getInstance();
        };
    }

    public boolean isWorkload() {
        return !podTemplate().isMissingNode();
    }

    public JsonNode at(String pointer) {
        return content.at(pointer);
    }

    /** A copy that may be changed without changing this one. */
    public Manifest copy() {
        return new Manifest(content.deepCopy());
    }

    @Override
    public String toString() {
        return kind() + "/" + name();
    }
}
