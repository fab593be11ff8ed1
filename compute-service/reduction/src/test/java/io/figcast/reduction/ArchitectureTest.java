package io.figcast.reduction;

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

@AnalyzeClasses(packages = "io.figcast.reduction", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "io.figcast.reduction";

    /** From the ground upwards: whatever stands later may use what stands earlier, never the other way round. */
    private static final List<String> ROOMS = Stream.of(".date", ".rows", ".bins.shift", ".bins", "", ".memory")
            .map(room -> ROOT + room).toList();

    @ArchTest
    static final ArchRule everyRoomHasItsPlace = classes().should().resideInAnyPackage(ROOMS.toArray(String[]::new));

    @ArchTest
    static final ArchRule reductionKnowsNoFramework = classes().should().onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", ROOT + "..");

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
