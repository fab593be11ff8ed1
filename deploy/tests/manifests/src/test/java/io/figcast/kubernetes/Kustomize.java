package io.figcast.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.opentest4j.TestAbortedException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

/** Renders the directories of this module as {@code kubectl apply -k} would, each once. */
public final class Kustomize {

    private static final Path KUBERNETES = Path.of("../../kubernetes");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Map<String, Rendering> RENDERED = new ConcurrentHashMap<>();

    private Kustomize() {
    }

    /** The overlays, and the base with each component by itself, since anyone may combine them otherwise. */
    public static Stream<Rendering> renderings() {
        return Stream.concat(
                folders("overlays")
                        .map(overlay -> rendered("overlays/" + overlay, KUBERNETES.resolve("overlays").resolve(overlay))),
                folders("components").map(component -> rendered("base + " + component, baseWith(component))));
    }

    public static Rendering overlay(String name) {
        return rendered("overlays/" + name, KUBERNETES.resolve("overlays").resolve(name));
    }

    private static Rendering rendered(String name, Path directory) {
        return RENDERED.computeIfAbsent(name, key -> new Rendering(key, render(directory)));
    }

    private static List<Manifest> render(Path directory) {
        String yaml = Tool.run(command(directory), "");
        try (var documents = YAML.readerFor(JsonNode.class).<JsonNode> readValues(yaml)) {
            return documents.readAll().stream().map(Manifest::new).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> command(Path directory) {
        if (Tool.isThere("kubectl")) {
            return List.of("kubectl", "kustomize", directory.toString());
        }
        if (Tool.isThere("kustomize")) {
            return List.of("kustomize", "build", directory.toString());
        }
        // No package registry that a fresh machine has brings either, so their absence cannot be a failure.
        throw new TestAbortedException(
                "There is no kubectl (1.21 or later) and no kustomize (4 or later): https://kubernetes.io/docs/tasks/tools");
    }

    private static Path baseWith(String component) {
        try {
            Path directory = Files.createDirectories(Path.of("target", "base-with", component));
            Files.writeString(directory.resolve("kustomization.yaml"), """
                    apiVersion: kustomize.config.k8s.io/v1beta1
                    kind: Kustomization
                    resources: [../../../../../kubernetes/base]
                    components: [../../../../../kubernetes/components/%s]
                    """.formatted(component));
            return directory;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static Stream<String> folders(String parent) {
        try (var entries = Files.list(KUBERNETES.resolve(parent))) {
            return entries.filter(Files::isDirectory).map(path -> path.getFileName().toString()).sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
