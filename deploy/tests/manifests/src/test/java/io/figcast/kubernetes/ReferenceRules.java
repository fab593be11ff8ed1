package io.figcast.kubernetes;

import static io.figcast.kubernetes.Json.items;
import static io.figcast.kubernetes.Json.pairs;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/** Nothing points at something that is not there (kube-linter's dangling-* checks, and ours). */
final class ReferenceRules {

    /** Made outside of these manifests, each described in the README beside them. */
    private static final Set<String> SECRETS = Set.of("figcast-compute", "figcast-chart", "figcast-keda", "figcast-tls");

    static final List<Rule> ALL = List.of(
            each("Service", "every service finds pods, at a port that they name", ReferenceRules::findsPodsAndPort),
            each("PodDisruptionBudget", "every disruption budget protects pods",
                    (rendering, budget) -> selects(rendering, budget.at("/spec/selector"))),
            each("NetworkPolicy", "every network policy is about pods, at a port that they open", ReferenceRules::isAboutPods),
            each("Ingress", "every ingress leads to a service's port and knows its certificate",
                    ReferenceRules::leadsToService),
            each("ServiceMonitor", "every service monitor finds services", (rendering, monitor) -> rendering.of("Service")
                    .anyMatch(service -> matches(monitor.at("/spec/selector"), service.at("/metadata/labels")))),
            each("ScaledObject", "everything scaled is there and counts no replicas itself",
                    (rendering, scaling) -> rendering.of("Deployment")
                            .filter(workload -> workload.name().equals(scaling.at("/spec/scaleTargetRef/name").asText()))
                            .anyMatch(workload -> workload.at("/spec/replicas").isMissingNode())),
            new Rule("every account, ConfigMap, Secret and claim that a pod names is there or known", rendering -> rendering
                    .workloads().flatMap(workload -> needs(workload).filter(need -> !isThere(rendering, need))
                            .map(need -> workload + " needs " + need))));

    private ReferenceRules() {
    }

    private static Rule each(String kind, String sentence, BiPredicate<Rendering, Manifest> kept) {
        return new Rule(sentence, rendering -> rendering.of(kind).filter(object -> !kept.test(rendering, object))
                .map(Manifest::toString));
    }

    private static boolean findsPodsAndPort(Rendering rendering, Manifest service) {
        Set<String> wanted = Set
                .copyOf(items(service.at("/spec/ports")).map(port -> port.path("targetPort").asText()).toList());
        return rendering.workloads()
                .filter(workload -> labels(workload).entrySet().containsAll(pairs(service.at("/spec/selector")).entrySet()))
                .anyMatch(workload -> ports(workload, "name").containsAll(wanted));
    }

    private static boolean isAboutPods(Rendering rendering, Manifest policy) {
        List<Manifest> pods = rendering.workloads()
                .filter(workload -> matches(policy.at("/spec/podSelector"), workload.at("/spec/template/metadata/labels")))
                .toList();
        Set<String> opened = Set.copyOf(pods.stream().flatMap(pod -> ports(pod, "containerPort").stream()).toList());
        return !pods.isEmpty() && items(policy.at("/spec/ingress")).flatMap(rule -> items(rule.path("ports")))
                .map(port -> port.path("port").asText()).allMatch(opened::contains);
    }

    private static boolean leadsToService(Rendering rendering, Manifest ingress) {
        boolean known = items(ingress.at("/spec/tls")).map(tls -> tls.path("secretName").asText()).allMatch(SECRETS::contains);
        return known && items(ingress.at("/spec/rules")).flatMap(rule -> items(rule.at("/http/paths")))
                .map(path -> path.at("/backend/service"))
                .allMatch(backend -> rendering.of("Service")
                        .filter(service -> service.name().equals(backend.path("name").asText()))
                        .flatMap(service -> items(service.at("/spec/ports")))
                        .anyMatch(port -> port.path("name").asText().equals(backend.at("/port/name").asText())));
    }

    private static Stream<String> needs(Manifest workload) {
        JsonNode pod = workload.podTemplate().path("spec");
        Stream<String> mounted = items(pod.path("volumes"))
                .flatMap(volume -> Stream.concat(Stream.of(volume), items(volume.at("/projected/sources"))))
                .flatMap(source -> Stream.of(
                        "ConfigMap/" + source.at("/configMap/name").asText(),
                        "Secret/" + source.at("/secret/name").asText(),
                        "PersistentVolumeClaim/" + source.at("/persistentVolumeClaim/claimName").asText()));
        return Stream.concat(Stream.of("ServiceAccount/" + pod.path("serviceAccountName").asText()), mounted)
                .filter(need -> !need.endsWith("/"));
    }

    private static boolean isThere(Rendering rendering, String need) {
        return SECRETS.stream().anyMatch(secret -> need.equals("Secret/" + secret))
                || rendering.manifests().stream().anyMatch(manifest -> manifest.toString().equals(need));
    }

    private static boolean selects(Rendering rendering, JsonNode selector) {
        return rendering.workloads().anyMatch(workload -> matches(selector, workload.at("/spec/template/metadata/labels")));
    }

    private static boolean matches(JsonNode selector, JsonNode labels) {
        Map<String, String> present = pairs(labels);
        return present.entrySet().containsAll(pairs(selector.path("matchLabels")).entrySet())
                && items(selector.path("matchExpressions")).allMatch(expression -> Json.texts(expression.path("values"))
                        .anyMatch(value -> value.equals(present.get(expression.path("key").asText()))));
    }

    private static Map<String, String> labels(Manifest workload) {
        return pairs(workload.at("/spec/template/metadata/labels"));
    }

    private static List<String> ports(Manifest workload, String field) {
        return items(workload.podTemplate().at("/spec/containers/0/ports")).map(port -> port.path(field).asText()).toList();
    }
}
