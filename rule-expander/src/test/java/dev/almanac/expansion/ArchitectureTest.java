package dev.almanac.expansion;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import dev.almanac.conventions.EveryModule;
import dev.almanac.conventions.EveryService;
import dev.almanac.conventions.EveryTopology;

@AnalyzeClasses(packages = "dev.almanac.expansion", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests of_every_module = ArchTests.in(EveryModule.class);

    @ArchTest
    static final ArchTests of_every_service = ArchTests.in(EveryService.class);

    @ArchTest
    static final ArchTests of_every_topology = ArchTests.in(EveryTopology.class);
}
