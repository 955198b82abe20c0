package dev.almanac.front;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import dev.almanac.conventions.EveryModule;
import dev.almanac.conventions.EveryService;

@AnalyzeClasses(packages = "dev.almanac.front", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests of_every_module = ArchTests.in(EveryModule.class);

    @ArchTest
    static final ArchTests of_every_service = ArchTests.in(EveryService.class);
}
