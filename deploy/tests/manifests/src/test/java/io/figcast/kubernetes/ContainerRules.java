package io.figcast.kubernetes;

import static io.figcast.kubernetes.Json.items;
import static io.figcast.kubernetes.Json.security;
import static io.figcast.kubernetes.Json.texts;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/** What kube-linter, kubesec and the restricted Pod Security Standard ask of a container. */
final class ContainerRules {

    private static final Pattern FIXED_TAG = Pattern.compile(".+:(?!latest|stable|edge)[0-9]+\\.[0-9]+[\\w.-]*(@sha256:.+)?");
    private static final List<String> PROBES = List.of("startupProbe", "livenessProbe", "readinessProbe");

    static final List<Rule> ALL = List.of(
            Rule.ofContainers("no container is privileged",
                    (pod, container) -> !security(pod, container, "privileged").asBoolean(false)),
            Rule.ofContainers("no container gains privileges",
                    (pod, container) -> !security(pod, container, "allowPrivilegeEscalation").asBoolean(true)),
            Rule.ofContainers("every container drops all capabilities", (pod, container) -> {
                JsonNode capabilities = security(pod, container, "capabilities");
                return texts(capabilities.path("drop")).anyMatch("ALL"::equals) && capabilities.path("add").isEmpty();
            }),
            Rule.ofContainers("every root file system is read-only",
                    (pod, container) -> security(pod, container, "readOnlyRootFilesystem").asBoolean(false)),
            Rule.ofContainers("no container runs as root",
                    (pod, container) -> security(pod, container, "runAsNonRoot").asBoolean(false)
                            && security(pod, container, "runAsUser").asInt(0) > 0
                            && security(pod, container, "runAsGroup").asInt(0) > 0),
            Rule.ofContainers("the runtime's seccomp profile confines every container",
                    (pod, container) -> security(pod, container, "seccompProfile").path("type").asText()
                            .equals("RuntimeDefault")),
            Rule.ofContainers("every container requests and limits CPU and memory",
                    (pod, container) -> Stream.of("/requests/cpu", "/requests/memory", "/limits/cpu", "/limits/memory")
                            .noneMatch(amount -> container.path("resources").at(amount).asText().isEmpty())),
            Rule.ofContainers("every container is promised the memory that it may use",
                    (pod, container) -> container.at("/resources/requests/memory")
                            .equals(container.at("/resources/limits/memory"))),
            Rule.ofContainers("every image has a fixed tag",
                    (pod, container) -> FIXED_TAG.matcher(container.path("image").asText()).matches()),
            Rule.ofContainers("no secret is in an environment variable",
                    (pod, container) -> container.path("envFrom").isEmpty()
                            && items(container.path("env")).noneMatch(ContainerRules::mayBeSecret)),
            Rule.ofContainers("every container has a liveness and a readiness probe",
                    (pod, container) -> container.has("livenessProbe") && container.has("readinessProbe")),
            Rule.ofContainers("every probe asks a port that the container names", ContainerRules::probesAskNamedPorts),
            Rule.ofContainers("no container takes a port of its node",
                    (pod, container) -> items(container.path("ports")).noneMatch(port -> port.has("hostPort"))),
            Rule.ofContainers("nothing but data, scratch space and settings is mounted",
                    (pod, container) -> items(container.path("volumeMounts"))
                            .noneMatch(mount -> mount.path("mountPath").asText().matches("/|/(proc|sys|dev|var/run).*"))));

    private ContainerRules() {
    }

    private static boolean mayBeSecret(JsonNode variable) {
        return variable.at("/valueFrom").has("secretKeyRef")
                || variable.path("name").asText().matches(".*(PASSWORD|SECRET|TOKEN|JAAS|CREDENTIAL|REDIS_URL).*");
    }

    private static boolean probesAskNamedPorts(JsonNode pod, JsonNode container) {
        List<String> named = items(container.path("ports")).map(port -> port.path("name").asText()).toList();
        return PROBES.stream().map(container::path).filter(probe -> !probe.isMissingNode())
                .map(probe -> probe.path("httpGet").path("port").asText(probe.path("tcpSocket").path("port").asText()))
                .allMatch(named::contains);
    }
}
