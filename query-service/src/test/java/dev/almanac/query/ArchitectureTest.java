package dev.almanac.query;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.almanac.conventions.EveryModule;
import dev.almanac.conventions.EveryService;
import dev.almanac.query.store.Reads;
import dev.almanac.query.views.Projection;
import dev.almanac.query.views.ReadModel;
import org.springframework.web.bind.annotation.RestController;

/** Rules by convention: a new feature or answer is held to them without being named. */
@AnalyzeClasses(packages = "dev.almanac.query", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    /** What carries every feature. */
    private static final String[] SHARED = {
        "..query.views..",
        "..query.store..",
        "..query.position..",
        "..query.access..",
        "..query.kafka..",
        "..query.http..",
        "..query.projecting..",
        "..query.verifying..",
        "..query.security..",
        "..query.health..",
        "..query.commands..",
        "..query.activity..",
        "..query.caching.."
    };

    private static final String[] EFFECTS = {"com.mongodb..", "org.bson..", "reactor..", "org.apache.kafka.."};

    @ArchTest
    static final ArchTests of_every_module = ArchTests.in(EveryModule.class);

    @ArchTest
    static final ArchTests of_every_service = ArchTests.in(EveryService.class);

    @ArchTest
    static final ArchRule views_are_pure = noClasses()
            .that()
            .resideInAPackage("..query.views..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(EFFECTS)
                    .or(resideInAnyPackage("org.springframework..", "..query.store..", "..query.http..")));

    @ArchTest
    static final ArchRule projections_are_pure = noClasses()
            .that()
            .areAssignableTo(Projection.class)
            .or()
            .areAssignableTo(ReadModel.class)
            .should()
            .dependOnClassesThat(resideInAnyPackage(EFFECTS)
                    .or(resideInAnyPackage("..query.store..", "..query.http.."))
                    .or(resideInAPackage("org.springframework..")
                            .and(resideOutsideOfPackages("org.springframework.stereotype"))));

    @ArchTest
    static final ArchRule only_the_store_and_reads_know_mongodb = noClasses()
            .that()
            .resideOutsideOfPackage("..query.store..")
            .and()
            .areNotAssignableTo(Reads.class)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.mongodb..", "org.bson..");

    @ArchTest
    static final ArchRule what_carries_every_feature_knows_none = noClasses()
            .that()
            .resideInAnyPackage(SHARED)
            .should()
            .dependOnClassesThat(resideInAPackage("dev.almanac.query..").and(resideOutsideOfPackages(SHARED)));

    @ArchTest
    static final ArchRule only_health_looks_at_the_projectors = noClasses()
            .that()
            .resideOutsideOfPackages("..query.projecting..", "..query.health..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..query.projecting..");

    @ArchTest
    static final ArchRule answers_are_known_to_nobody =
            classes().that().resideInAPackage("dev.almanac.query..").should(beKnownInTheirFolderIfItOnlyAnswers());

    /** A folder that has an endpoint and no view is one answer: what others need of it lies further down. */
    private static ArchCondition<JavaClass> beKnownInTheirFolderIfItOnlyAnswers() {
        return new ArchCondition<>("be known in their own folder alone, if that only answers") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                if (onlyAnswers(item)) {
                    item.getDirectDependenciesToSelf().stream()
                            .filter(dependency ->
                                    !dependency.getOriginClass().getPackage().equals(item.getPackage()))
                            .forEach(dependency ->
                                    events.add(SimpleConditionEvent.violated(item, dependency.getDescription())));
                }
            }
        };
    }

    private static boolean onlyAnswers(JavaClass item) {
        return item.getPackage().getClasses().stream().anyMatch(one -> one.isAnnotatedWith(RestController.class))
                && item.getPackage().getClasses().stream().noneMatch(one -> one.isAssignableTo(Reads.class));
    }
}
