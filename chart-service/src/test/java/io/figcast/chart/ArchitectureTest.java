package io.figcast.chart;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import java.util.List;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.figcast.chart", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** From the ground upwards: whatever stands later may use what stands earlier, never the other way round. */
    private static final List<String> ROOMS = List.of("encoding", "category", "health", "slice", "catalogue", "kafka", "figure",
            "answer", "http", "page");

    @ArchTest
    static final ArchRule theStateMachineKnowsNoFramework = classes().that().resideInAPackage("..chart.category..")
            .should().onlyDependOnClassesThat().resideInAnyPackage("java..", "org.jspecify..", "..chart.category..");

    @ArchTest
    static final ArchRule figuresKnowNoFramework = classes().that().resideInAPackage("..chart.figure..")
            .should().onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "com.fasterxml.jackson.core..", "..chart.figure..",
                    "..chart.slice..");

    @ArchTest
    static final ArchRule onlySlicesKnowRedis = noClasses().that().resideOutsideOfPackage("..chart.slice..")
            .should().dependOnClassesThat()
            .resideInAnyPackage("io.vertx.redis..", "io.vertx.mutiny.redis..", "io.quarkus.redis..");

    @ArchTest
    static final ArchRule onlyOneRoomKnowsKafka = noClasses().that().resideOutsideOfPackage("..chart.kafka..")
            .should().dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "io.smallrye.reactive.messaging..");

    @ArchTest
    static final ArchRule noTwoRoomsCallEachOther = slices().matching("io.figcast.chart.(*)..").should().beFreeOfCycles();

    @ArchTest
    static void noRoomKnowsTheOnesAboveIt(JavaClasses all) {
        for (int i = 0; i < ROOMS.size() - 1; i++) {
            String[] above = ROOMS.subList(i + 1, ROOMS.size()).stream().map(room -> "io.figcast.chart." + room + "..")
                    .toArray(String[]::new);
            noClasses().that().resideInAPackage("io.figcast.chart." + ROOMS.get(i) + "..").should().dependOnClassesThat()
                    .resideInAnyPackage(above).check(all);
        }
    }
}
