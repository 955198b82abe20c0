package dev.almanac.recurrence.zones;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.almanac.recurrence.zones.ZoneFiles.Change;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewestZonesTest {
    private static final byte[] TOWN = ZoneFiles.compiled(3600, List.of(new Change(0, 7200)), "TTT-2");
    private static final Instant JANUARY_2027 = Instant.parse("2027-01-15T12:00:00Z");

    @TempDir
    Path folder = Path.of("");

    /** The build takes the data from an artifact; which release that is, the artifact says itself. */
    @Test
    void the_data_that_comes_with_the_suite_is_of_the_release_that_the_build_names() {
        var release = System.getProperty("zone-data.release");
        assumeThat(release).isNotNull();

        assertThat(new ShippedZones().version()).isEqualTo(release);
    }

    @Test
    void the_data_that_comes_with_the_suite_has_all_zones_and_what_governments_changed_in_2026() {
        var shipped = ZoneData.shipped();
        var jdk = ZoneData.ofTheJdk();

        assertThat(shipped.isOlderThan(jdk.version())).isFalse();
        assertThat(shipped.ids())
                .containsAll(jdk.ids().stream()
                        .filter(id -> !id.startsWith("SystemV/"))
                        .toList());
        assertThat(shipped.rules("America/Vancouver").getOffset(JANUARY_2027)).isEqualTo(ZoneOffset.ofHours(-7));
        assertThat(shipped.rules("Africa/Casablanca").getOffset(JANUARY_2027)).isEqualTo(ZoneOffset.UTC);
        assertThat(shipped.differencesFrom(
                        jdk, Instant.parse("1970-01-01T00:00:00Z"), Instant.parse("2500-01-01T00:00:00Z")))
                .hasSizeLessThan(40)
                .doesNotContainKeys(
                        "Europe/Vienna", "America/New_York", "Australia/Lord_Howe", "Europe/Dublin", "Africa/Cairo");
    }

    @Test
    void the_newer_of_the_suites_and_the_jdks_is_used() {
        assertThat(chosen(null, false, "2026f", "2026a").version()).isEqualTo("2026f");
        assertThat(chosen(null, false, "2026f", "2027a").version()).isEqualTo("2027a");
    }

    @ParameterizedTest
    @CsvSource({"2026a, 2026b", "2025z, 2026a", "2026z, 2026za", "2026a-dirty, 2026b"})
    void releases_are_told_apart(String older, String newer) {
        assertThat(ZoneData.isOlder(older, newer)).isTrue();
        assertThat(ZoneData.isOlder(newer, older)).isFalse();
        assertThat(ZoneData.isOlder(newer, newer)).isFalse();
    }

    @Test
    void older_data_is_refused_unless_forced() throws IOException {
        ZoneFiles.directory(folder, "# version 2026b\nZ Test/Town 1 - TT\n", TOWN);

        assertThatThrownBy(() -> chosen(folder, false, "2026f", "2026a"))
                .isInstanceOf(InvalidZoneData.class)
                .hasMessageContaining("2026b, older than 2026f")
                .hasMessageContaining(folder.toString());
        assertThat(chosen(folder, true, "2026f", "2026a").version()).isEqualTo("2026b");
        assertThat(chosen(folder, false, "2026a", "2026b").version()).isEqualTo("2026b");
    }

    @Test
    void a_process_goes_by_the_newest_data_from_its_first_line_on() throws IOException, InterruptedException {
        assertThat(javaThatUsesTheNewest()).isEqualTo("[" + new ShippedZones().version() + "] -07:00 -05:00");
    }

    @Test
    void a_setting_replaces_it_and_damaged_data_does_not_start() throws IOException, InterruptedException {
        ZoneFiles.directory(folder, "# version 2099z\nZ Test/Town 1 - TT\n", TOWN);

        assertThat(javaThatUsesTheNewest("-Dalmanac.zoneinfo=" + folder)).startsWith("[2099z]");
        assertThat(javaThatUsesTheNewest("-Dalmanac.zoneinfo=" + folder.resolve("nowhere")))
                .contains("no zone data at");
    }

    private static String javaThatUsesTheNewest(String... options) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ShowNewest.class.getName()));
        var java = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        java.waitFor();
        return output.strip();
    }

    private static ZoneSource chosen(@Nullable Path source, boolean forced, String shipped, String jdk) {
        return NewestZones.chosen(
                name -> name.endsWith("force") ? String.valueOf(forced) : source == null ? null : source.toString(),
                release(shipped),
                release(jdk));
    }

    private static ZoneData release(String version) {
        return new ZoneData(version, new TreeMap<>(Map.of("UTC", ZoneRules.of(ZoneOffset.UTC))));
    }
}
