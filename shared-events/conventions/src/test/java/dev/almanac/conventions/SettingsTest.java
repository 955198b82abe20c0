package dev.almanac.conventions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class SettingsTest {
    private final Yaml yaml = Yaml.ofTheService();
    private final JavaClasses classes =
            new ClassFileImporter().importClasses(Doors.class, Door.class, Late.class, Windows.class);
    private final AskedFor asked = AskedFor.by(classes, yaml.lines().values());

    @Test
    void components_and_placeholders_are_asked_for() {
        assertThat(asked.keys())
                .containsExactly(
                        "almanac.doors.longest-opening",
                        "almanac.doors.names",
                        "almanac.doors.open",
                        "almanac.place",
                        "almanac.twice",
                        "almanac.windows");
    }

    @Test
    void a_setting_without_a_line_is_found() {
        assertThatThrownBy(() -> EveryService.everySettingHasItsLine(yaml, asked))
                .hasMessageEndingWith("have no line in YAML: almanac.doors.longest-opening, almanac.windows");
    }

    @Test
    void a_line_that_nobody_asks_for_is_found() {
        assertThatThrownBy(() -> EveryService.everyLineIsAskedFor(yaml, asked))
                .hasMessageEndingWith("are asked for by nobody: almanac.folder, almanac.left-over");
    }

    @Test
    void defaults_in_java_are_found() {
        assertThat(asked.defaults()).containsExactly("almanac.doors.longest-opening", "almanac.windows");
    }

    @Test
    void what_stands_in_two_files_is_found() {
        assertThat(yaml.twice()).containsExactly("almanac.twice");
    }

    @Test
    void the_command_line_wins_over_both_files() {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "command line", Map.of("almanac.twice", "said", "almanac.place", "said")));
        Yaml.readInto(environment);
        assertThat(environment.getProperty("almanac.twice")).isEqualTo("said");
        assertThat(environment.getProperty("almanac.folder")).isEqualTo("said/data");
        assertThat(environment.getProperty("almanac.left-over")).isEqualTo("7");
    }

    @ConfigurationProperties("almanac.doors")
    private record Doors(boolean open, @DefaultValue("5s") Duration longestOpening, List<Door> names) {}

    private record Door(String text, Map<String, String> colours, int height) {}

    private record Late(@Value("${almanac.twice}") String word) {}

    private record Windows(@Value("${almanac.windows:3}") int number) {}
}
