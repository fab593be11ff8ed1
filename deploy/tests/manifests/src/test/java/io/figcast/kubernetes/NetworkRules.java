package io.figcast.kubernetes;

import static io.figcast.kubernetes.Json.items;
import static io.figcast.kubernetes.Json.texts;

import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/** Nothing talks to anything unless it is said, and nothing is said more widely than it is needed. */
final class NetworkRules {

    static final List<Rule> ALL = List.of(
            new Rule("nothing may talk unless a policy says so", rendering -> rendering.of("NetworkPolicy")
                    .anyMatch(NetworkRules::deniesAll) ? Stream.empty() : Stream.of("no default-deny")),
            new Rule("every policy names both the other side and the port", rendering -> rendering.of("NetworkPolicy")
                    .filter(policy -> Stream.of("ingress", "egress").flatMap(way -> items(policy.at("/spec").path(way)))
                            .anyMatch(NetworkRules::isWide))
                    .map(Manifest::toString)),
            new Rule("no service is open to the outside by itself", rendering -> rendering.of("Service")
                    .filter(service -> !service.at("/spec/type").asText("ClusterIP").equals("ClusterIP"))
                    .map(Manifest::toString)),
            new Rule("the namespace refuses pods that break the restricted standard", rendering -> rendering.of("Namespace")
                    .filter(namespace -> !namespace.at("/metadata/labels").path("pod-security.kubernetes.io/enforce").asText()
                            .equals("restricted"))
                    .map(Manifest::toString)));

    private NetworkRules() {
    }

    private static boolean deniesAll(Manifest policy) {
        return policy.at("/spec/podSelector").isEmpty() && policy.at("/spec/ingress").isMissingNode()
                && policy.at("/spec/egress").isMissingNode()
                && texts(policy.at("/spec/policyTypes")).toList().containsAll(List.of("Ingress", "Egress"));
    }

    private static boolean isWide(JsonNode rule) {
        JsonNode others = rule.has("from") ? rule.path("from") : rule.path("to");
        return others.isEmpty() || rule.path("ports").isEmpty()
                || items(others).anyMatch(other -> other.isEmpty() || other.at("/ipBlock/cidr").asText().equals("0.0.0.0/0"));
    }
}
