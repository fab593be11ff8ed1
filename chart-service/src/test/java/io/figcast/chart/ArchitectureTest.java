package io.figcast.chart;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import java.util.List;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.figcast.chart", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "io.figcast.chart";

    /** From the ground upwards: whatever stands later may use what stands earlier, never the other way round. */
    private static final List<String> ROOMS = Stream.of("encoding", "category", "category.state", "health", "slice.redis",
            "slice", "catalogue", "kafka", "figure.plotly", "figure.json", "figure", "answer", "http.problem", "http.call",
            "http.access", "http.events", "http", "http.datasets", "page").map(room -> ROOT + "." + room).toList();

    @ArchTest
    static final ArchRule everyRoomHasItsPlace = classes().should()
            .resideInAnyPackage(ROOMS.toArray(String[]::new)).orShould().resideInAPackage(ROOT);

    @ArchTest
    static final ArchRule theStateMachineKnowsNoFramework = classes().that().resideInAPackage("..chart.category..")
            .should().onlyDependOnClassesThat().resideInAnyPackage("java..", "org.jspecify..", "..chart.category..");

    @ArchTest
    static final ArchRule figuresKnowNoFramework = classes().that().resideInAPackage("..chart.figure..")
            .should().onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "com.fasterxml.jackson.core..", "io.figcast.reduction..",
                    "..chart.figure..", "..chart.slice..");

    @ArchTest
    static final ArchRule onlySlicesKnowRedis = noClasses().that().resideOutsideOfPackage("..chart.slice..")
            .should().dependOnClassesThat()
            .resideInAnyPackage("io.vertx.redis..", "io.vertx.mutiny.redis..", "io.quarkus.redis..");

    @ArchTest
    static final ArchRule onlyOneRoomKnowsKafka = noClasses().that().resideOutsideOfPackage("..chart.kafka..")
            .should().dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "io.smallrye.reactive.messaging..");

    @ArchTest
    static final ArchRule noTwoRoomsCallEachOther = slices().matching(ROOT + ".(**)").should().beFreeOfCycles();

    @ArchTest
    static void noRoomKnowsTheOnesAboveIt(JavaClasses all) {
        for (int i = 0; i < ROOMS.size() - 1; i++) {
            String[] above = ROOMS.subList(i + 1, ROOMS.size()).toArray(String[]::new);
            noClasses().that().resideInAPackage(ROOMS.get(i)).should().dependOnClassesThat().resideInAnyPackage(above)
                    .check(all);
        }
    }
}
