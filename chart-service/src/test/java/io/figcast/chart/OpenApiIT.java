package io.figcast.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.figcast.chart.http.problem.Problem;
import io.figcast.testing.KafkaAndRedis;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** The description of the HTTP API promises what it should, and its examples and the service keep to it. */
@QuarkusTest
@QuarkusTestResource(KafkaAndRedis.class)
class OpenApiIT {

    private static final Map<String, List<String>> PROMISED = Map.of(
            "get /", List.of("200"),
            "get /api/datasets", List.of("200", "304", "503"),
            "get /api/categories", List.of("200", "400", "404", "503"),
            "get /api/figures", List.of("200", "202", "204", "304", "400", "404", "502", "503"),
            "get /api/figures/{kind}", List.of("200", "202", "304", "400", "404", "502", "503"),
            "get /api/slice", List.of("200", "202", "400", "404", "502", "503"),
            "delete /api/slice", List.of("204", "400", "403", "404", "415", "503"),
            "post /api/requests", List.of("202", "400", "403", "404", "413", "415", "503"),
            "get /api/signals", List.of("200", "400", "503"));
    private static final Map<String, List<String>> PARAMETERS = Map.of(
            "get /", List.of("category", "dataset", "x", "y"),
            "get /api/datasets", List.of("If-None-Match"),
            "get /api/categories", List.of("after", "dataset", "limit", "search"),
            "get /api/figures", List.of("If-None-Match", "Prefer", "category", "dataset", "x", "x0", "x1", "y", "y0",
                    "y1"),
            "get /api/figures/{kind}", List.of("Prefer", "category", "dataset", "kind", "x", "y"),
            "get /api/slice", List.of("Prefer", "category", "dataset", "x", "y"),
            "delete /api/slice", List.of("category", "dataset", "x", "y"),
            "post /api/requests", List.of(),
            "get /api/signals", List.of("Last-Event-ID", "dataset"));

    private final Chart chart = new Chart();
    private OpenApi description;

    @BeforeEach
    void read() throws IOException {
        description = new OpenApi(new ObjectMapper().readTree(chart.get("/q/openapi?format=json").body()));
    }

    @Test
    void everyCallIsDescribedWithItsAnswersAndParameters() {
        assertThat(description.statuses()).containsExactlyInAnyOrderEntriesOf(PROMISED);
        assertThat(description.parameters()).containsExactlyInAnyOrderEntriesOf(PARAMETERS);
    }

    @Test
    void everyJsonBodyHasExamplesThatAgreeWithItsSchema() {
        assertThat(jsonBodies()).hasSizeGreaterThan(20).allSatisfy(body -> assertThat(body.examples()).as(body.place())
                .isNotEmpty()
                .allSatisfy(example -> assertThat(description.complaints(body, example)).as(example.toString()).isEmpty()));
    }

    @Test
    void problemsAreWrittenAsTheExamplesSay() {
        List<JsonNode> problems = jsonBodies().stream().filter(body -> body.mediaType().equals(Problem.CONTENT_TYPE))
                .flatMap(body -> body.examples().stream()).distinct().toList();

        assertThat(problems).isNotEmpty().allSatisfy(example -> {
            JsonNode seconds = example.path("retryAfterSeconds");
            Problem problem = new Problem(example.path("status").asInt(), example.path("title").asText(),
                    example.path("detail").asText(), example.path("code").asText(),
                    seconds.isMissingNode() ? OptionalLong.empty() : OptionalLong.of(seconds.asLong()));
            assertThat((JsonNode) new ObjectMapper().readTree(problem.json()))
                    .isEqualTo(new ObjectMapper().readTree(example.toString()));
        });
    }

    @Test
    void listsOfDatasetsAndCategoriesAreAsDescribed() throws IOException {
        try (MemoPlayer memo = new MemoPlayer()) {
            memo.catalogue("described", MemoPlayer.FINGERPRINT, "apples");
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(chart.get("/api/datasets").body()).contains("described"));
            for (String path : List.of("/api/datasets", "/api/categories?dataset=described")) {
                OpenApi.Body body = jsonBodies().stream().filter(b -> b.place().equals("get " + path.split("\\?")[0] + " 200"))
                        .findFirst().orElseThrow();
                JsonNode answer = new ObjectMapper().readTree(chart.get(path).body());

                assertThat(description.complaints(body, answer)).isEmpty();
                assertThat(description.names(body)).containsAll(OpenApi.names(answer));
            }
        }
    }

    private List<OpenApi.Body> jsonBodies() {
        return description.bodies().filter(body -> body.mediaType().endsWith("json")).toList();
    }
}
