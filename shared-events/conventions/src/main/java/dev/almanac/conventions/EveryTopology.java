package dev.almanac.conventions;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What a service on Kafka Streams is held to beside {@link EveryService}. */
public final class EveryTopology {

    /** Only what starts it, on top of all, does. */
    @ArchTest
    static final ArchRule topologies_know_no_spring = noClasses()
            .that()
            .resideOutsideOfPackage("dev.almanac.*")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework..");

    private EveryTopology() {}
}
