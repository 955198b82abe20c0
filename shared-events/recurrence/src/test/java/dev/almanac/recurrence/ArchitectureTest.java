package dev.almanac.recurrence;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

@AnalyzeClasses(packages = "dev.almanac.recurrence", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** Each package by itself, what is on top of all among them. */
    @ArchTest
    static final ArchRule packages_have_no_cycles =
            slices().assignedFrom(new EachPackage()).should().beFreeOfCycles();

    @ArchTest
    static final ArchRule the_engine_knows_nothing_of_the_suite = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.almanac.events..", "org.springframework..", "org.apache.kafka..");

    /** Times by themselves: what the clocks of a zone make of them is decided above. */
    @ArchTest
    static final ArchRule a_wall_has_no_zone = noClasses()
            .that()
            .resideInAPackage("..wall..")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.time\\.(ZoneId|zone\\..*)");

    private static final class EachPackage implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return SliceIdentifier.of(type.getPackageName());
        }

        @Override
        public String getDescription() {
            return "each package";
        }
    }
}
