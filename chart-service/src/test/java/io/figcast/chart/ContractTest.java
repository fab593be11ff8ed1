package io.figcast.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;

import io.figcast.chart.catalogue.CatalogueDecoder;
import io.figcast.chart.category.Axes;
import io.figcast.chart.category.CategoryRef;
import io.figcast.chart.kafka.CategoryRequest;
import io.figcast.chart.kafka.RequestDecoder;
import io.figcast.chart.kafka.RequestRefusedException;
import io.figcast.chart.kafka.SignalDecoder;
import io.figcast.chart.slice.ManifestDecoder;

/** This service's readers map every example of the contract, and what it writes validates against the contract's schema. */
class ContractTest {

    private static final Path CONTRACT = Path.of("..", "compute-service", "src", "main", "contract");
    /** The schema is stricter about these than a reader needs to be: it can do without what they lack. */
    private static final Set<String> READABLE = Set.of("no-available.json", "no-slice.json", "failed-without-error.json",
            "failed-unknown-code.json", "time-without-milliseconds.json", "ready-rows-as-text.json", "empty-category.json",
            "computing-without-lease.json", "forgets-is-text.json");

    @ParameterizedTest
    @MethodSource("validSignals")
    void everySignalIsRead(Path example) {
        assertThatCode(() -> SignalDecoder.decode(Files.readAllBytes(example))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("invalidSignals")
    void brokenSignalIsRefused(Path example) {
        assertThatThrownBy(() -> SignalDecoder.decode(Files.readAllBytes(example)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @MethodSource("validManifests")
    void everyManifestIsRead(Path example) {
        assertThatCode(() -> ManifestDecoder.decode(Files.readAllBytes(example))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("invalidManifests")
    void brokenManifestIsRefused(Path example) {
        assertThatThrownBy(() -> ManifestDecoder.decode(Files.readAllBytes(example)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @MethodSource("validCatalogues")
    void everyCatalogueIsRead(Path example) throws IOException {
        byte[] json = Files.readAllBytes(example);
        String dataset = new ObjectMapper().readTree(json).path("dataset").textValue();

        assertThat(new CatalogueDecoder(10).decode(dataset, json).fingerprint()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("validRequests")
    void everyRequestIsReadAndWrittenAsTheContractSays(Path example) throws IOException {
        CategoryRequest request = RequestDecoder.decode(Files.readAllBytes(example));

        assertThat(schema("request").validate(new ObjectMapper().readTree(request.json()))).isEmpty();
        assertThat(RequestDecoder.decode(request.json().getBytes(StandardCharsets.UTF_8))).isEqualTo(request);
    }

    @ParameterizedTest
    @MethodSource("invalidRequests")
    void brokenRequestIsRefused(Path example) {
        assertThatThrownBy(() -> RequestDecoder.decode(Files.readAllBytes(example)))
                .isInstanceOf(RequestRefusedException.class);
    }

    @Test
    void ownRequestsAreAsTheContractSays() throws IOException {
        CategoryRef ref = new CategoryRef("fruit", "a/\"b\" <é😀>\n");
        for (CategoryRequest request : new CategoryRequest[] { CategoryRequest.of(ref), CategoryRequest.refresh(ref, "v1"),
                CategoryRequest.forget(ref) }) {
            assertThat(schema("request").validate(new ObjectMapper().readTree(request.json()))).isEmpty();
        }
    }

    @Test
    void requestOfOtherAxesNamesThemAndHasAKeyOfItsOwn() throws IOException {
        CategoryRequest request = CategoryRequest.of(new CategoryRef("flights", "AA", new Axes("distance", "delay")));

        assertThat(new ObjectMapper().readTree(request.json()))
                .isEqualTo(new ObjectMapper()
                        .readTree("{\"dataset\":\"flights\",\"category\":\"AA\",\"x\":\"distance\",\"y\":\"delay\"}"));
        assertThat(request.key()).contains("flights?x=distance&y=delay/AA");
    }

    private static JsonSchema schema(String name) throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(CONTRACT.resolve(name + ".schema.json")));
    }

    static Stream<Path> validSignals() throws IOException {
        return examples("signal", "valid");
    }

    static Stream<Path> invalidSignals() throws IOException {
        return examples("signal", "invalid");
    }

    static Stream<Path> validManifests() throws IOException {
        return examples("manifest", "valid");
    }

    static Stream<Path> invalidManifests() throws IOException {
        return examples("manifest", "invalid");
    }

    static Stream<Path> validCatalogues() throws IOException {
        return examples("catalogue", "valid");
    }

    static Stream<Path> validRequests() throws IOException {
        return examples("request", "valid");
    }

    static Stream<Path> invalidRequests() throws IOException {
        return examples("request", "invalid");
    }

    private static Stream<Path> examples(String kind, String validity) throws IOException {
        try (Stream<Path> files = Files.list(CONTRACT.resolve("examples").resolve(kind).resolve(validity))) {
            return files.filter(file -> !READABLE.contains(file.getFileName().toString())
                    || kind.equals("request")).sorted().toList().stream();
        }
    }
}
