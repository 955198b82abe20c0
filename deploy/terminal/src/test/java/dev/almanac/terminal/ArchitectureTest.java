package dev.almanac.terminal;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.almanac.conventions.EveryModule;

@AnalyzeClasses(packages = "dev.almanac.terminal", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests of_every_module = ArchTests.in(EveryModule.class);

    @ArchTest
    static final ArchRule the_client_of_the_api_knows_neither_a_terminal_nor_a_command_line = noClasses()
            .that()
            .resideInAPackage("..terminal.api..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jline..", "picocli..");
}
