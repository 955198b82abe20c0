package dev.almanac.query;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.almanac.query", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule views_are_pure = noClasses()
            .that()
            .resideInAPackage("..query.view..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..",
                    "com.mongodb..",
                    "org.bson..",
                    "reactor..",
                    "org.apache.kafka..",
                    "..query.store..",
                    "..query.http..");

    @ArchTest
    static final ArchRule reads_never_write = noClasses()
            .that()
            .resideInAPackage("..query.read..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..query.projecting..");

    @ArchTest
    static final ArchRule only_the_store_and_the_filters_of_queries_know_mongodb = noClasses()
            .that()
            .resideOutsideOfPackages("..query.store..", "..query.health..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.mongodb.reactivestreams..");

    @ArchTest
    static final ArchRule packages_have_no_cycles =
            slices().matching("dev.almanac.query.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule queries_have_no_cycles =
            slices().matching("dev.almanac.query.read.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule time_comes_from_the_clock = noClasses()
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now");
}
