package dev.almanac.conventions;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.ArchTest;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a service is held to beside {@link EveryModule}: whoever operates it finds all that can be set in its YAML, with its
 * default and nowhere else.
 */
public final class EveryService {

    @ArchTest
    static void every_setting_has_its_line(JavaClasses main) {
        Yaml yaml = Yaml.ofTheService();
        everySettingHasItsLine(yaml, asked(yaml));
    }

    @ArchTest
    static void every_line_is_asked_for(JavaClasses main) {
        Yaml yaml = Yaml.ofTheService();
        everyLineIsAskedFor(yaml, asked(yaml));
    }

    @ArchTest
    static void no_default_stands_in_java(JavaClasses main) {
        none("have a default in Java", asked(Yaml.ofTheService()).defaults());
    }

    @ArchTest
    static void no_setting_stands_in_two_files(JavaClasses main) {
        none("stand in two files", Yaml.ofTheService().twice());
    }

    private EveryService() {}

    static void everySettingHasItsLine(Yaml yaml, AskedFor asked) {
        SortedSet<String> missing = asked.keys();
        missing.removeIf(yaml::says);
        none("have no line in YAML", missing);
    }

    static void everyLineIsAskedFor(Yaml yaml, AskedFor asked) {
        SortedSet<String> idle = new TreeSet<>(yaml.lines().keySet());
        idle.removeIf(key -> !key.startsWith("almanac.") || asked.covers(key));
        none("stand in YAML and are asked for by nobody", idle);
    }

    /** By what is shared with other services, too. */
    private static AskedFor asked(Yaml yaml) {
        return AskedFor.by(
                new ClassFileImporter()
                        .withImportOption(new DoNotIncludeTests())
                        .importPackages("dev.almanac"),
                yaml.lines().values());
    }

    private static void none(String what, SortedSet<String> settings) {
        if (!settings.isEmpty()) {
            throw new AssertionError("These settings " + what + ": " + String.join(", ", settings));
        }
    }
}
