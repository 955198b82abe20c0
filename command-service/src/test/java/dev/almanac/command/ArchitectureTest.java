package dev.almanac.command;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.almanac.command.rejection.Rejection;
import org.springframework.web.bind.annotation.RestController;

@AnalyzeClasses(packages = "dev.almanac.command", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule packages_have_no_cycles =
            slices().matching("dev.almanac.command.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule slices_of_schedules_do_not_know_each_other = slices().matching(
                    "dev.almanac.command.schedule.(schedule|update|reschedule|remove|confirm|imported|undo)..")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule models_know_nothing_of_the_edges = noClasses()
            .that()
            .resideInAnyPackage("..model..", "..rejection..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..http..", "..request..", "..publishing..", "..store..");

    @ArchTest
    static final ArchRule slices_of_rules_do_not_know_each_other = slices().matching(
                    "dev.almanac.command.rule.(create|update|delete|pause|resume|disable|runnow|missed|all)..")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule models_and_rejections_know_no_framework = noClasses()
            .that()
            .resideInAnyPackage("..rejection..", "..access..")
            .or()
            .areAssignableTo(Rejection.class)
            .or()
            .haveSimpleNameEndingWith("State")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.axonframework..", "org.springframework..", "reactor..");

    @ArchTest
    static final ArchRule endpoints_are_named_so = classes()
            .that()
            .areAnnotatedWith(RestController.class)
            .should()
            .haveSimpleNameEndingWith("Endpoint")
            .andShould()
            .notBePublic();

    @ArchTest
    static final ArchRule time_comes_from_the_clock = noClasses()
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");
}
