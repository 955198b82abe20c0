package dev.almanac.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.almanac.conventions.EveryModule;

@AnalyzeClasses(packages = "dev.almanac.local", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests of_every_module = ArchTests.in(EveryModule.class);

    @ArchTest
    static final ArchRule parts_know_nothing_of_the_suite = noClasses()
            .that()
            .resideInAnyPackage("..local.broker..", "..local.postgres..", "..local.mongo..")
            .should()
            .dependOnClassesThat()
            .haveSimpleNameStartingWith("Suite")
            .orShould()
            .dependOnClassesThat()
            .haveSimpleName("Parts");

    @ArchTest
    static final ArchRule the_launcher_uses_services_through_their_contracts_only = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.almanac.command..",
                    "dev.almanac.query..",
                    "dev.almanac.conflict..",
                    "dev.almanac.expansion..");
}
