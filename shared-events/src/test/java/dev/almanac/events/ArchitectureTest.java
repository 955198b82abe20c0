package dev.almanac.events;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.almanac.conventions.EveryModule;

@AnalyzeClasses(packages = "dev.almanac.events", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests of_every_module = ArchTests.in(EveryModule.class);

    @ArchTest
    static final ArchRule the_language_is_plain_java = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "org.axonframework..", "com.mongodb..", "reactor..");

    /** What people write and ask: how it is worked out is the engine's own affair. */
    @ArchTest
    static final ArchRule of_the_recurrence_engine_only_its_words_are_known = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.almanac.recurrence.wall..",
                    "dev.almanac.recurrence.cron..",
                    "dev.almanac.recurrence.rrule..",
                    "dev.almanac.recurrence.english..");

    @ArchTest
    static final ArchRule only_the_wire_knows_kafka = noClasses()
            .that()
            .resideOutsideOfPackage("..wire..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka..");

    @ArchTest
    static final ArchRule changes_are_records = classes()
            .that()
            .implement(Change.class)
            .and()
            .areNotInterfaces()
            .should()
            .beRecords();
}
