package io.figcast.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

/** Every rule can fail: {@code broken-manifests.yaml} holds, for each, a change that breaks it and nothing else. */
class BrokenManifestTest {

    private static final List<Change> CHANGES = changes();

    @TestFactory
    Stream<DynamicTest> aBrokenManifestBreaksItsRule() {
        return CHANGES.stream().map(change -> dynamicTest(change.rule(), () -> {
            Rendering broken = change.appliedTo(Kustomize.overlay(change.overlay()));

            assertThat(GoodPracticeTest.RULES).filteredOn(rule -> rule.broken().apply(broken).findAny().isPresent())
                    .extracting(Rule::sentence).containsExactly(change.rule());
        }));
    }

    @Test
    void everyRuleHasItsBrokenManifest() {
        assertThat(CHANGES).extracting(Change::rule).containsExactlyInAnyOrderElementsOf(
                GoodPracticeTest.RULES.stream().map(Rule::sentence).toList());
    }

    private static List<Change> changes() {
        try (InputStream yaml = BrokenManifestTest.class.getResourceAsStream("/broken-manifests.yaml")) {
            return List.of(new ObjectMapper(new YAMLFactory()).readValue(yaml, Change[].class));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    /** In the object of this kind and name, the node at a pointer becomes another value, or is removed without one. */
    record Change(String rule, String overlay, String kind, String name, String at, JsonNode value) {

        Rendering appliedTo(Rendering rendering) {
            Manifest target = rendering.the(kind, name);
            return new Rendering("broken", rendering.manifests().stream()
                    .map(manifest -> manifest.equals(target) ? changed(manifest.copy()) : manifest).toList());
        }

        private Manifest changed(Manifest manifest) {
            int slash = at.lastIndexOf('/');
            JsonNode parent = manifest.at(at.substring(0, slash));
            String field = at.substring(slash + 1).replace("~1", "/");
            if (parent instanceof ArrayNode array) {
                if (field.equals("-")) {
                    array.add(value);
                } else if (value.isNull()) {
                    array.remove(Integer.parseInt(field));
                } else {
                    array.set(Integer.parseInt(field), value);
                }
            } else if (value.isNull()) {
                ((ObjectNode) parent).remove(field);
            } else {
                ((ObjectNode) parent).set(field, value);
            }
            return manifest;
        }
    }
}
