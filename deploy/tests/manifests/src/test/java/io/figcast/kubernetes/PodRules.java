package io.figcast.kubernetes;

import static io.figcast.kubernetes.Json.items;
import static io.figcast.kubernetes.Json.pairs;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/** What kube-linter, kubesec and the restricted Pod Security Standard ask of a pod and of what makes it. */
final class PodRules {

    private static final Set<String> VOLUMES = Set.of("name", "emptyDir", "configMap", "projected", "persistentVolumeClaim");

    static final List<Rule> ALL = List.of(
            Rule.ofPods("every pod has an account of its own",
                    pod -> !Set.of("", "default").contains(pod.path("serviceAccountName").asText())),
            Rule.ofPods("no pod is given a token for the API",
                    pod -> !pod.path("automountServiceAccountToken").asBoolean(true)),
            Rule.ofPods("no pod shares a namespace of its node",
                    pod -> Stream.of("hostNetwork", "hostPID", "hostIPC")
                            .noneMatch(shared -> pod.path(shared).asBoolean(false))),
            Rule.ofPods("no pod mounts its node's files",
                    pod -> items(pod.path("volumes")).flatMap(volume -> pairs(volume).keySet().stream())
                            .allMatch(VOLUMES::contains)),
            Rule.ofPods("every scratch volume is bounded", pod -> items(pod.path("volumes"))
                    .filter(volume -> volume.has("emptyDir")).allMatch(volume -> volume.path("emptyDir").has("sizeLimit"))),
            Rule.ofPods("no pod learns of other services by environment variables",
                    pod -> !pod.path("enableServiceLinks").asBoolean(true)),
            Rule.ofWorkloads("pods of one kind keep away from each other",
                    workload -> isSingle(workload) || hasAntiAffinity(workload)),
            Rule.ofWorkloads("pods of one kind are spread over zones",
                    workload -> isSingle(workload) || spreads(workload)),
            Rule.ofWorkloads("several pods are replaced one by one, with none missing",
                    workload -> isSingle(workload)
                            || workload.at("/spec/strategy/rollingUpdate/maxUnavailable").asText().equals("0")),
            Rule.ofWorkloads("every workload selects its own pods",
                    workload -> pairs(workload.at("/spec/template/metadata/labels"))
                            .entrySet().containsAll(pairs(workload.at("/spec/selector/matchLabels")).entrySet())));

    private PodRules() {
    }

    /** Kafka and Redis of the dev overlay are one each by design; the services are several, or could be. */
    private static boolean isSingle(Manifest workload) {
        return Set.of("kafka", "redis").contains(workload.name());
    }

    private static boolean hasAntiAffinity(Manifest workload) {
        JsonNode terms = workload.podTemplate()
                .at("/spec/affinity/podAntiAffinity/preferredDuringSchedulingIgnoredDuringExecution");
        return items(terms).map(term -> term.at("/podAffinityTerm/labelSelector/matchLabels"))
                .anyMatch(labels -> labels.equals(workload.at("/spec/selector/matchLabels")));
    }

    private static boolean spreads(Manifest workload) {
        return items(workload.podTemplate().at("/spec/topologySpreadConstraints"))
                .anyMatch(constraint -> constraint.at("/labelSelector/matchLabels")
                        .equals(workload.at("/spec/selector/matchLabels")));
    }
}
