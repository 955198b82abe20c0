package dev.almanac.command;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import dev.almanac.command.access.Command;
import dev.almanac.command.rejection.Rejection;
import dev.almanac.conventions.EveryModule;
import dev.almanac.conventions.EveryService;
import org.springframework.web.bind.annotation.RestController;

@AnalyzeClasses(packages = "dev.almanac.command", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests of_every_module = ArchTests.in(EveryModule.class);

    @ArchTest
    static final ArchTests of_every_service = ArchTests.in(EveryService.class);

    @ArchTest
    static final ArchRule slices_do_not_know_each_other =
            slices().assignedFrom(new FoldersWithACommand()).should().notDependOnEachOther();

    @ArchTest
    static final ArchRule models_know_nothing_of_the_edges = noClasses()
            .that()
            .resideInAnyPackage("..model..", "..rejection..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..http..", "..request..", "..publishing..", "..store..");

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

    /** Such a folder is a slice; what lies elsewhere may be known to many. */
    private static final class FoldersWithACommand implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return type.getPackage().getClasses().stream()
                            .anyMatch(one -> one.isRecord() && one.isAssignableTo(Command.class))
                    ? SliceIdentifier.of(type.getPackageName())
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "folders with a command";
        }
    }
}
