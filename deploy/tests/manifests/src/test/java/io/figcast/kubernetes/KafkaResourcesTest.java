package io.figcast.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KafkaResourcesTest {

    private final Rendering production = Kustomize.overlay("production");

    @ParameterizedTest
    @CsvSource({ "category-requests, 12, 65536", "category-requests-bulk, 12, 65536",
            "category-requests-rejected, 1, 1048576" })
    void topicsOfRequestsAndRejectsAreAsContracted(String name, int partitions, String maxBytes) {
        Manifest topic = production.the("KafkaTopic", name);

        assertThat(topic.at("/spec/partitions").asInt()).isEqualTo(partitions);
        assertThat(Json.pairs(topic.at("/spec/config"))).contains(entry("max.message.bytes", maxBytes),
                entry("retention.ms", "604800000"));
    }

    @Test
    void signalsHaveOneOrderAndOutliveTheLongestSliceTwice() {
        Manifest topic = production.the("KafkaTopic", "slice-signals");
        Map<String, String> config = Json.pairs(topic.at("/spec/config"));

        assertThat(topic.at("/spec/partitions").asInt()).isEqualTo(1);
        assertThat(config).containsEntry("cleanup.policy", "compact,delete");
        assertThat(Long.parseLong(config.getOrDefault("retention.ms", "0"))).isGreaterThanOrEqualTo(2 * 8 * 3_600_000L);
    }

    @Test
    void whereStrimziMakesTheTopicsComputeServiceDoesNot() {
        assertThat(ServiceRules.settings(production, "figcast-compute-settings")).containsEntry("figcast.topics.create",
                "false");
    }

    @Test
    void noUserMayCreateOrChangeOrSeeMoreThanItsTopics() {
        assertThat(production.of("KafkaUser")).flatMap(user -> Json.items(user.at("/spec/authorization/acls")).toList())
                .allSatisfy(acl -> {
                    assertThat(Json.texts(acl.path("operations"))).isSubsetOf("Read", "Write", "Describe");
                    assertThat(acl.at("/resource/name").asText()).isNotIn("", "*");
                });
    }

    @Test
    void passwordsStandInNoConfigMap() {
        assertThat(Kustomize.renderings().flatMap(rendering -> rendering.of("ConfigMap")))
                .allSatisfy(map -> assertThat(map.at("/data").toString()).doesNotContainPattern("(?i)(password|jaas[.]config)=")
                        .doesNotContainPattern("://[^/\\s]*:[^/\\s]*@"));
    }
}
