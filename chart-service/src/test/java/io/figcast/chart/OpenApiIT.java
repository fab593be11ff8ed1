package io.figcast.chart;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
            "get /api/categories", List.of("after", "around", "dataset", "from", "limit", "search", "x", "y"),
            "get /api/figures", List.of("If-None-Match", "Prefer", "category", "dataset", "x", "x0", "x1", "y", "y0",
                    "y1"),
            "get /api/figures/{kind}", List.of("Prefer", "category", "dataset", "kind", "x", "y"),
            "get /api/slice", List.of("Prefer", "category", "dataset", "x", "y"),
            "delete /api/slice", List.of("category", "dataset", "x", "y"),
            "post /api/requests", List.of(),
            "get /api/signals", List.of("Last-Event-ID", "dataset", "most"));

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

    /** It says itself, in the visitor's language, what its address cannot mean. */
    @Test
    void thePageTakesWhateverItsAddressSays() {
        assertThat(description.root().at("/paths/~1/get/parameters").valueStream().map(parameter -> parameter.path("schema")))
                .hasSize(4).allSatisfy(schema -> assertThat(schema.fieldNames()).toIterable().containsExactly("type"));
        assertThat(chart.get("/?dataset=&x=" + "a".repeat(300)).statusCode()).isEqualTo(200);
    }

    @Test
    void everyPathSaysWhichMethodsItHas() {
        Map<String, Set<String>> methods = PROMISED.keySet().stream().map(call -> call.split(" "))
                .collect(groupingBy(call -> call[1], mapping(call -> call[0].toUpperCase(Locale.ROOT), toSet())));

        assertThat(methods).hasSize(8).allSatisfy((path, described) -> {
            for (Map.Entry<String, Integer> method : Map.of("PATCH", 405, "OPTIONS", 204).entrySet()) {
                HttpResponse<String> answer = chart.send(method.getKey(), path.replace("{kind}", "line"), "").join();
                List<String> allowed = List.of(answer.headers().firstValue("Allow").orElseThrow().split(", "));

                assertThat(answer.statusCode()).isEqualTo(method.getValue());
                assertThat(allowed).containsAll(described).contains("OPTIONS");
                assertThat(described).containsAll(allowed.stream().filter(other -> !List.of("HEAD", "OPTIONS").contains(other))
                        .toList());
            }
        });
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

    /** Whoever keeps to the description is not refused for the form of a request; whoever does not is. */
    @ParameterizedTest
    @ValueSource(strings = { "{}", "{'all':false}", "{'category':null}", "{'category':'figs','all':true}", "{'category':''}",
            "{'all':1}", "{'category':'figs','x':''}", "{'all':true,'dataset':7}", "{'category':'figs','ifVersion':'v'}",
            "{'category':'figs','refresh':true,'ifVersion':''}", "{'category':'figs','refresh':true,'forget':true}" })
    void aRequestThatTheDescriptionForbidsIsRefused(String request) throws IOException {
        String json = request.replace('\'', '"');

        assertThat(complaintsAboutRequest(json)).isNotEmpty();
        assertThat(post(json).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = { "{'all':true,'category':null}", "{'category':'figs','all':false,'refresh':null,'ifVersion':null}",
            "{'category':'figs','refresh':true,'ifVersion':'v','forget':false}", "{'category':'figs','unknown':[]}" })
    void aRequestThatTheDescriptionAllowsIsNotMalformed(String request) throws IOException {
        String json = request.replace('\'', '"');

        assertThat(complaintsAboutRequest(json)).isEmpty();
        assertThat(post(json).statusCode()).isNotEqualTo(400);
    }

    private Set<?> complaintsAboutRequest(String json) throws IOException {
        OpenApi.Body body = jsonBodies().stream().filter(each -> each.place().equals("post /api/requests")).findFirst()
                .orElseThrow();
        return description.complaints(body, new ObjectMapper().readTree(json));
    }

    private HttpResponse<String> post(String json) {
        return chart.send("POST", "/api/requests", json, "Content-Type", "application/json").join();
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
