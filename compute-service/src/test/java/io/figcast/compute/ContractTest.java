package io.figcast.compute;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ContractTest {

    private static final List<String> KINDS = List.of("request", "signal", "reject", "catalogue", "manifest", "failure");

    @TestFactory
    Stream<DynamicTest> validExamplesAgreeWithTheirSchema() {
        return examples(Contract::valid, (contract, path) -> assertThat(contract.complaints(Contract.read(path))).isEmpty());
    }

    @TestFactory
    Stream<DynamicTest> brokenExamplesAreRefusedByTheirSchema() {
        return examples(Contract::invalid,
                (contract, path) -> assertThat(contract.complaints(Contract.read(path))).isNotEmpty());
    }

    private static Stream<DynamicTest> examples(Function<Contract, List<Path>> which, Check check) {
        return KINDS.stream().map(Contract::new).flatMap(contract -> which.apply(contract).stream()
                .map(path -> DynamicTest.dynamicTest(contract.kind() + ": " + path.getFileName(),
                        () -> check.check(contract, path))));
    }

    private interface Check {
        void check(Contract contract, Path example);
    }
}
