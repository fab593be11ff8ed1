package io.figcast.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.node.ObjectNode;

class ApiTypesTest {

    @ParameterizedTest
    @MethodSource("io.figcast.kubernetes.Kustomize#renderings")
    void everyObjectIsOneTheApiKnows(Rendering rendering) {
        assertThat(rendering.manifests()).isNotEmpty()
                .allSatisfy(manifest -> assertThatCode(() -> ApiTypes.validate(manifest)).doesNotThrowAnyException());
    }

    @ParameterizedTest
    @MethodSource("io.figcast.kubernetes.Kustomize#renderings")
    void everyCustomResourceFitsTheSchemaOfItsOperator(Rendering rendering) {
        assertThat(OperatorSchemas.findings(rendering.manifests())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.figcast.kubernetes.Kustomize#renderings")
    void everyObjectNamesItsNamespace(Rendering rendering) {
        assertThat(rendering.manifests()).filteredOn(manifest -> !manifest.kind().equals("Namespace"))
                .allSatisfy(manifest -> assertThat(manifest.namespace()).isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("misspelt")
    void aMisspeltFieldIsRefused(Misspelling misspelling) {
        Manifest manifest = Kustomize.overlay(misspelling.overlay).the(misspelling.kind, misspelling.name).copy();
        ObjectNode parent = (ObjectNode) manifest.at(misspelling.parent);
        parent.set(misspelling.field + "x", parent.path(misspelling.field));

        assertThat(refused(manifest)).isTrue();
    }

    @Test
    void aMissingFieldIsRefused() {
        Manifest deployment = Kustomize.overlay("dev").the("Deployment", "chart-service").copy();
        ((ObjectNode) deployment.at("/spec")).remove("selector");
        Manifest scaling = Kustomize.overlay("production").the("ScaledObject", "compute-service").copy();
        ((ObjectNode) scaling.at("/spec")).remove("scaleTargetRef");

        assertThat(refused(deployment)).isTrue();
        assertThat(refused(scaling)).isTrue();
    }

    @Test
    void aValueOfTheWrongTypeIsRefused() {
        Manifest deployment = Kustomize.overlay("dev").the("Deployment", "chart-service").copy();
        ((ObjectNode) deployment.at("/spec")).put("replicas", "many");
        Manifest topic = Kustomize.overlay("production").the("KafkaTopic", "slice-signals").copy();
        ((ObjectNode) topic.at("/spec")).put("partitions", "one");

        assertThat(refused(deployment)).isTrue();
        assertThat(refused(topic)).isTrue();
    }

    private static boolean refused(Manifest manifest) {
        try {
            ApiTypes.validate(manifest);
            return !OperatorSchemas.findings(List.of(manifest)).isEmpty();
        } catch (RuntimeException refusal) {
            return true;
        }
    }

    private static Stream<Misspelling> misspelt() {
        return Stream.of(
                new Misspelling("dev", "Deployment", "compute-service", "/spec/template/spec/containers/0", "livenessProbe"),
                new Misspelling("dev", "Deployment", "compute-service", "/spec/template/spec", "securityContext"),
                new Misspelling("dev", "NetworkPolicy", "redis", "/spec/ingress/0/from/0", "podSelector"),
                new Misspelling("production", "Ingress", "figcast", "/spec/rules/0/http/paths/0", "pathType"),
                new Misspelling("production", "PodDisruptionBudget", "chart-service", "/spec", "maxUnavailable"),
                new Misspelling("production", "ScaledObject", "compute-service", "/spec", "cooldownPeriod"),
                new Misspelling("production", "ServiceMonitor", "figcast", "/spec/endpoints/0", "interval"),
                new Misspelling("production", "KafkaUser", "figcast-chart", "/spec/authorization/acls/0", "operations"),
                new Misspelling("production", "KafkaTopic", "slice-signals", "/spec", "partitions"));
    }

    private record Misspelling(String overlay, String kind, String name, String parent, String field) {
    }
}
