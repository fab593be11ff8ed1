package io.figcast.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class GoodPracticeTest {

    static final List<Rule> RULES = Stream
            .of(ContainerRules.ALL, PodRules.ALL, ServiceRules.ALL, ReferenceRules.ALL, NetworkRules.ALL)
            .flatMap(List::stream).toList();

    @TestFactory
    Stream<DynamicTest> everyRuleIsKeptByEveryRendering() {
        return Kustomize.renderings().flatMap(rendering -> RULES.stream()
                .map(rule -> dynamicTest(rendering + ": " + rule, () -> assertThat(rule.broken().apply(rendering)).isEmpty())));
    }
}
