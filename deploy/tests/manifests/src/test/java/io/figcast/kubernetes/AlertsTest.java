package io.figcast.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

class AlertsTest {

    private final JsonNode groups = Kustomize.overlay("production").the("PrometheusRule", "figcast").at("/spec/groups");

    @Test
    void theOperatorIsGivenTheAlertsThatPrometheusReadsFromAFile() throws IOException {
        JsonNode file = new ObjectMapper(new YAMLFactory()).readTree(Path.of("../../metrics/alerts.yml").toFile());

        assertThat(groups).isEqualTo(file.path("groups"));
    }

    @Test
    void everyAlertSaysHowUrgentItIsAndWhatItMeans() {
        assertThat(Json.items(groups).flatMap(group -> Json.items(group.path("rules")))).isNotEmpty().allSatisfy(rule -> {
            assertThat(rule.at("/labels/severity").asText()).isIn("critical", "warning");
            assertThat(rule.at("/annotations/summary").asText()).endsWith(".");
            assertThat(rule.at("/annotations/description").asText()).isNotBlank();
        });
    }
}
