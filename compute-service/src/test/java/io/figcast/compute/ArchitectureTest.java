package io.figcast.compute;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import java.util.List;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

@AnalyzeClasses(packages = "io.figcast.compute", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "io.figcast.compute";

    /** Each room may use those behind it, and no room one before it. */
    private static final List<String> DIRECTION = List.of("request", "signal", "", "kafka", "catalogue", "catalogue.store",
            "memo",
            "source.dataset", "source.duckdb", "source.duckdb.column", "source.jdbc", "source.sql", "source.columns",
            "source.csv",
            "source.files", "source", "slice.computation", "trace",
            "slice.port", "slice", "health", "work", "encoding");

    @ArchTest
    static final ArchRule callsGoInOneDirection = classes()
            .should(new ArchCondition<JavaClass>("use no room before their own") {

                @Override
                public void check(JavaClass user, ConditionEvents events) {
                    user.getDirectDependenciesFromSelf().stream().filter(use -> isOurs(use.getTargetClass()))
                            .filter(use -> place(use.getTargetClass()) < place(user))
                            .forEach(use -> events.add(SimpleConditionEvent.violated(user, use.getDescription())));
                }
            });

    @ArchTest
    static final ArchRule noTwoRoomsCallEachOther = slices().matching(ROOT + ".(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule everyRoomHasItsPlace = classes().should().resideInAnyPackage(
            DIRECTION.stream().map(room -> room.isEmpty() ? ROOT : ROOT + '.' + room).toArray(String[]::new));

    @ArchTest
    static final ArchRule theStateMachineKnowsNoFramework = classes().that().resideInAPackage("..compute.slice..")
            .should().onlyDependOnClassesThat().resideInAnyPackage("java..", "org.jspecify..", "..compute.slice..");

    @ArchTest
    static final ArchRule whatIsSaidToRedisGoesThroughTheOneGateway = noClasses().that()
            .doNotHaveSimpleName("RedisGateway").and().doNotHaveSimpleName("RedisBeans")
            .should().dependOnClassesThat().haveFullyQualifiedName("io.vertx.redis.client.Redis");

    @ArchTest
    static final ArchRule onlyTheMemoAndTheCatalogueKnowRedis = noClasses().that()
            .resideOutsideOfPackages("..compute.memo..", "..compute.catalogue..")
            .should().dependOnClassesThat()
            .resideInAnyPackage("io.vertx.redis..", "io.vertx.mutiny.redis..", "io.quarkus.redis..");

    @ArchTest
    static final ArchRule whatIsSentGoesThroughTheOneProducer = noClasses().that()
            .resideOutsideOfPackage("..compute.kafka..")
            .should().dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka.clients.producer..", "org.apache.kafka.clients.admin..");

    private static boolean isOurs(JavaClass used) {
        return used.getPackageName().startsWith(ROOT);
    }

    private static int place(JavaClass type) {
        String name = type.getPackageName();
        return DIRECTION.indexOf(name.equals(ROOT) ? "" : name.substring(ROOT.length() + 1));
    }
}
