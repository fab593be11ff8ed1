package io.figcast.compute;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;

/** One of the contract's message kinds: its schema and its examples. */
public record Contract(String kind) {

    private static final Path ROOT = Path.of("src/main/contract");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** What the schema says against a message; empty if nothing. */
    public Set<ValidationMessage> complaints(byte[] message) {
        try {
            return schema().validate(MAPPER.readTree(message));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<Path> valid() {
        return examples("valid");
    }

    public List<Path> invalid() {
        return examples("invalid");
    }

    public JsonNode example(String name) {
        try {
            return MAPPER.readTree(read(ROOT.resolve("examples").resolve(kind).resolve("valid").resolve(name + ".json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] read(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonSchema schema() {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(new String(read(ROOT.resolve(kind + ".schema.json")), StandardCharsets.UTF_8));
    }

    private List<Path> examples(String folder) {
        try (Stream<Path> files = Files.list(ROOT.resolve("examples").resolve(kind).resolve(folder))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
