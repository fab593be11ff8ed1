package io.figcast.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.OptionalLong;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.figcast.chart.http.problem.Problem;

/** The description of the HTTP API is whole, and its examples are what it describes. */
class OpenApiTest {

    private static final OpenApi DESCRIPTION = OpenApi.read();

    @Test
    void everyRouteIsDescribed() {
        assertThat(DESCRIPTION.paths()).containsExactlyInAnyOrder("/", "/api/datasets", "/api/figures",
                "/api/figures/{kind}", "/api/slice", "/api/requests", "/api/signals");
    }

    @ParameterizedTest
    @MethodSource("jsonBodies")
    void everyJsonBodyHasExamplesThatAgreeWithItsSchema(OpenApi.Body body) {
        assertThat(body.examples()).as(body.place()).isNotEmpty()
                .allSatisfy(example -> assertThat(DESCRIPTION.complaints(body, example)).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("problems")
    void problemsAreWrittenAsTheExamplesSay(JsonNode example) throws IOException {
        JsonNode seconds = example.path("retryAfterSeconds");
        Problem problem = new Problem(example.path("status").asInt(), example.path("title").asText(),
                example.path("detail").asText(), example.path("code").asText(),
                seconds.isMissingNode() ? OptionalLong.empty() : OptionalLong.of(seconds.asLong()));

        assertThat((JsonNode) new ObjectMapper().readTree(problem.json()))
                .isEqualTo(new ObjectMapper().readTree(example.toString()));
    }

    static Stream<OpenApi.Body> jsonBodies() {
        return DESCRIPTION.bodies().filter(body -> body.mediaType().endsWith("json"));
    }

    static Stream<JsonNode> problems() {
        return jsonBodies().filter(body -> body.mediaType().equals(Problem.CONTENT_TYPE))
                .flatMap(body -> body.examples().stream()).distinct();
    }
}
