package dev.almanac.recurrence;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.almanac.conventions.EveryModule;

@AnalyzeClasses(packages = "dev.almanac.recurrence", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests of_every_module = ArchTests.in(EveryModule.class);

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
}
