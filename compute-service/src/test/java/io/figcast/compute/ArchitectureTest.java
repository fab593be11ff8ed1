package io.figcast.compute;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.figcast.compute", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule theStateMachineKnowsNoFramework = classes().that().resideInAPackage("..compute.slice..")
            .should().onlyDependOnClassesThat().resideInAnyPackage("java..", "org.jspecify..", "..compute.slice..");

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
}
