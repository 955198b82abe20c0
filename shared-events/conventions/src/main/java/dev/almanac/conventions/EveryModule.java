package dev.almanac.conventions;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.core.domain.properties.HasParameterTypes.Predicates.rawParameterTypes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.OnlyIncludeTests;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import org.jspecify.annotations.NullMarked;

/** What all code is held to: {@code ArchTests.in(EveryModule.class)} in the {@code ArchitectureTest} of each module. */
public final class EveryModule {
    @ArchTest
    static final ArchRule packages_have_no_cycles =
            slices().assignedFrom(new EachPackage()).should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nothing_is_injected_into_fields = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    @ArchTest
    static final ArchRule time_comes_from_a_clock = noClasses()
            .should()
            .callMethodWhere(target(owner(resideInAPackage("java.time..")))
                    .and(target(name("now")))
                    .and(not(target(rawParameterTypes(Clock.class)))))
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule clients_of_kafka_are_set_by_springs_factories = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.springframework.boot.kafka.autoconfigure.KafkaProperties")
            .because("it does not know the certificates of spring.kafka.ssl.bundle, which its factories do");

    /** The null checker looks at no package that does not say so. */
    @ArchTest
    static final ArchRule every_package_says_where_null_is =
            classes().that(are_no_package_infos()).should(beInAPackageMarked());

    @ArchTest
    static void tests_mock_nothing(JavaClasses main) {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.mockito..", "org.easymock..", "org.springframework.test.context.bean.override..")
                .because("nothing is mocked that can be started")
                .check(new ClassFileImporter()
                        .withImportOption(new OnlyIncludeTests())
                        .importPackages("dev.almanac"));
    }

    private EveryModule() {}

    private static DescribedPredicate<JavaClass> are_no_package_infos() {
        return describe("are no package-info", type -> !type.getSimpleName().equals("package-info"));
    }

    private static ArchCondition<JavaClass> beInAPackageMarked() {
        return new ArchCondition<>("be in a package that is @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                    events.add(SimpleConditionEvent.violated(type, type.getPackageName() + " is not @NullMarked"));
                }
            }
        };
    }
}
