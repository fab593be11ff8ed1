package io.figcast.kubernetes;

import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A rule that every rendering keeps. {@code broken} names the objects that do not keep it.
 */
record Rule(String sentence, Function<Rendering, Stream<String>> broken) {

    /** A rule about workloads one by one. */
    static Rule ofWorkloads(String sentence, Predicate<Manifest> kept) {
        return new Rule(sentence, rendering -> rendering.workloads().filter(kept.negate()).map(Manifest::toString));
    }

    /** A rule about the pods that a workload makes. */
    static Rule ofPods(String sentence, Predicate<JsonNode> kept) {
        return ofWorkloads(sentence, workload -> kept.test(workload.podTemplate().path("spec")));
    }

    /** A rule about containers; it is given the pod's specification too, whose settings containers inherit. */
    static Rule ofContainers(String sentence, BiPredicate<JsonNode, JsonNode> kept) {
        return ofPods(sentence, pod -> Stream.of("containers", "initContainers")
                .flatMap(kind -> Json.items(pod.path(kind))).allMatch(container -> kept.test(pod, container)));
    }

    @Override
    public String toString() {
        return sentence;
    }
}
