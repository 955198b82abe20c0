package dev.almanac.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.almanac.local.machine.StartFailure;
import dev.almanac.recurrence.zones.ZoneData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OptionsTest {
    private static final Path ROOT = Path.of("/somewhere");

    @TempDir
    Path folder;

    @Test
    void everything_is_embedded_on_the_usual_ports_unless_said_otherwise() {
        Options options = Options.parse(ROOT);

        assertThat(options).isEqualTo(Options.of(ROOT.resolve("data"), Ports.usual()));
    }

    @Test
    void real_stores_are_used_when_they_are_named() {
        Options options = Options.parse(
                ROOT, "--kafka", "k:9092", "--mongodb", "mongodb://m/almanac", "--postgres", "jdbc:postgresql://p/a");

        assertThat(options.kafka()).isEqualTo("k:9092");
        assertThat(options.mongodb()).isEqualTo("mongodb://m/almanac");
        assertThat(options.postgres()).isEqualTo("jdbc:postgresql://p/a");
    }

    @Test
    void services_stay_away_while_a_backup_is_taken() {
        assertThat(Options.parse(ROOT).storesOnly()).isFalse();
        assertThat(Options.parse(ROOT, "--stores-only").storesOnly()).isTrue();
        assertThatThrownBy(() -> Options.parse(ROOT, "--stores-only", "--demo"))
                .hasMessageContaining("--demo needs services");
        assertThatThrownBy(() -> Options.parse(
                        ROOT,
                        "--stores-only",
                        "--import",
                        Files.createFile(folder.resolve("one.ics")).toString()))
                .hasMessageContaining("needs services");
    }

    @Test
    void several_of_each_listen_above_the_first() {
        Options options = Options.parse(ROOT, "--brokers", "3", "--instances", "2");
        Options elsewhere = Options.parse(ROOT, "--instances", "2", "--ports-from", "20000");

        assertThat(options.shape().brokers()).isEqualTo(3);
        assertThat(options.shape().ports(options.ports(), 1)).isEqualTo(Ports.usual());
        assertThat(options.shape().ports(options.ports(), 3).kafka()).isEqualTo(9292);
        assertThat(elsewhere.shape().ports(elsewhere.ports(), 2)).isEqualTo(Ports.from(20_010));
    }

    @Test
    void imports_as_many_files_as_are_named() throws IOException {
        Path one = Files.createFile(folder.resolve("one.ics"));
        Path two = Files.createFile(folder.resolve("two.ics"));

        assertThat(Options.parse(ROOT, "--import", one.toString(), two.toString(), "--reset"))
                .satisfies(options -> assertThat(options.imports()).containsExactly(one, two))
                .satisfies(options -> assertThat(options.reset()).isTrue());
    }

    @Test
    void says_in_one_line_what_is_wrong() {
        refuses("unknown flag --fast", "--fast");
        refuses("--zoneinfo: ", "--zoneinfo", folder.toString());
        refuses("--kafka needs a value", "--kafka", "--reset");
        refuses("--ports-from takes a number", "--ports-from", "many");
        refuses("--ports-from takes a number", "--ports-from", "80");
        refuses("--brokers and --instances take numbers from 1 to 3", "--brokers", "4");
        refuses("--ports-from leaves no room", "--ports-from", "65520", "--brokers", "3");
        refuses("cannot read none.ics", "--import", "none.ics");
        refuses("--import needs at least one file", "--import");
    }

    @Test
    void zone_data_of_an_older_release_needs_to_be_forced() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("zones"));
        Files.writeString(empty.resolve("tzdata.zi"), "# version 2020a\nZ Test/Town 1 - TT\n");

        refuses("--zoneinfo: zone Test/Town is missing", "--zoneinfo", empty.toString());
        Path zones = Path.of("/usr/share/zoneinfo");
        assumeThat(zones.resolve("tzdata.zi")).exists();
        assumeThat(ZoneData.load(zones).isOlderThan(ZoneData.shipped().version()))
                .isTrue();
        refuses("older than", "--zoneinfo", zones.toString());
        assertThat(Options.parse(ROOT, "--zoneinfo", zones.toString(), "--force-zoneinfo")
                        .anyZoneinfo())
                .isTrue();
    }

    private static void refuses(String words, String... args) {
        assertThatThrownBy(() -> Options.parse(ROOT, args))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining(words)
                .message()
                .hasLineCount(1);
    }
}
