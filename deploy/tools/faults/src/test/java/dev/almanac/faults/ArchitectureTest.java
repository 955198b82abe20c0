package dev.almanac.faults;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.almanac.conventions.EveryModule;

@AnalyzeClasses(packages = "dev.almanac.faults", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests of_every_module = ArchTests.in(EveryModule.class);

    @ArchTest
    static final ArchRule the_checker_knows_the_history_the_topics_and_the_views_only = noClasses()
            .that()
            .resideInAPackage("..faults.check..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..faults.load..", "..faults.fault..", "..faults.link..", "dev.almanac.local..");
}
