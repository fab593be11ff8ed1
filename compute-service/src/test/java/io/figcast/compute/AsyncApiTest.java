package io.figcast.compute;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;

/** The description of the topics is whole, and its examples are what it describes. */
class AsyncApiTest {

    private static final Path CONTRACT = Path.of("src/main/contract");
    private static final JsonNode DESCRIPTION = description();

    @Test
    void everyTopicIsDescribed() {
        assertThat(DESCRIPTION.path("channels").findValuesAsText("address")).containsExactlyInAnyOrder("category-requests",
                "category-requests-bulk", "slice-signals", "category-requests-rejected");
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        List<String> references = DESCRIPTION.findValuesAsText("$ref");

        assertThat(references).isNotEmpty().allSatisfy(reference -> assertThat(
                reference.startsWith("#") ? DESCRIPTION.at(reference.substring(1)) : file(reference)).isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("messages")
    void everyMessageHasAJsonSchema(Map.Entry<String, JsonNode> message) {
        JsonNode schema = schema(message.getValue());

        assertThat(schema.path("$schema").asText()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(schema.path("properties")).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void everyMessageHasExamplesThatAgreeWithItsSchema(Map.Entry<String, JsonNode> message) {
        assertThat(message.getValue().path("examples")).isNotEmpty().allSatisfy(example -> assertThat(
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema(message.getValue()))
                        .validate(example.path("payload")))
                .as(example.path("name").asText()).isEmpty());
    }

    static Stream<Map.Entry<String, JsonNode>> messages() {
        return DESCRIPTION.at("/components/messages").properties().stream();
    }

    private static JsonNode schema(JsonNode message) {
        return file(message.at("/payload/$ref").asText());
    }

    private static JsonNode file(String reference) {
        try {
            return new ObjectMapper().readTree(Contract.read(CONTRACT.resolve(reference)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode description() {
        try {
            return new YAMLMapper().readTree(Contract.read(CONTRACT.resolve("asyncapi.yaml")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
