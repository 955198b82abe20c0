package dev.almanac.recurrence.zones;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.almanac.recurrence.zones.ZoneFiles.Change;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZoneDataTest {
    private static final Path SYSTEM = Path.of("/usr/share/zoneinfo");
    private static final Instant FROM = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2045-01-01T00:00:00Z");
    private static final String CONTENTS = "# version 2099z\nZ Test/Town 1 - TT\nL Test/Town Test/Village\n";
    private static final byte[] TOWN = ZoneFiles.compiled(
            3600, List.of(new Change(1_000_000_000, 7200), new Change(1_100_000_000, 3600)), "TTT-1");

    @TempDir
    Path folder = Path.of("");

    @Test
    void agrees_with_the_jdk_on_nearly_every_zone_of_the_system() {
        assumeThat(SYSTEM.resolve("tzdata.zi")).exists();
        var system = ZoneData.load(SYSTEM);
        var jdk = ZoneData.ofTheJdk();

        assertThat(system.version()).matches("20\\d\\d[a-z]+.*");
        assertThat(system.zones().keySet()).hasSizeGreaterThan(400).contains("Europe/Berlin", "Asia/Gaza", "UTC");
        assertThat(system.differencesFrom(jdk, FROM, UNTIL)).hasSizeLessThan(25);
    }

    @Test
    void reads_what_the_jdk_came_with() {
        assertThat(ZoneData.ofTheJdk()).isEqualTo(ZoneData.inUse());
    }

    @Test
    void reads_the_version_the_zones_and_the_links_of_a_directory() throws IOException {
        var data = ZoneData.load(ZoneFiles.directory(folder, CONTENTS, TOWN));

        assertThat(data.version()).isEqualTo("2099z");
        assertThat(data.zones().keySet()).containsExactly("Test/Town", "Test/Village");
        assertThat(offset(data, "Test/Village", 999_999_999)).isEqualTo(ZoneOffset.ofHours(1));
        assertThat(offset(data, "Test/Village", 1_000_000_000)).isEqualTo(ZoneOffset.ofHours(2));
        assertThat(offset(data, "Test/Village", 1_100_000_000)).isEqualTo(ZoneOffset.ofHours(1));
    }

    @Test
    void reads_a_zip_of_such_a_directory() throws IOException {
        var zip = folder.resolve("tz.zip");
        try (var files = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
            ZoneFiles.directory(files.getPath("/"), CONTENTS, TOWN);
        }

        assertThat(ZoneData.load(zip).zones().keySet()).containsExactly("Test/Town", "Test/Village");
    }

    @Test
    void tells_from_when_on_two_releases_differ() {
        var one = data(CompiledZone.read(TOWN));
        var other = data(CompiledZone.read(ZoneFiles.compiled(
                3600, List.of(new Change(1_000_000_000, 7200), new Change(1_200_000_000, 3600)), "TTT-1")));

        assertThat(one.differencesFrom(one, FROM, UNTIL)).isEmpty();
        assertThat(one.differencesFrom(other, FROM, UNTIL))
                .containsExactly(Map.entry("Test/Town", Instant.ofEpochSecond(1_100_000_000)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EST5EDT,M3.2.0,M11.1.0                | 2040-03-11T07:00:00 | -5 | -4
            EST5EDT,M3.2.0,M11.1.0                | 2040-11-04T06:00:00 | -4 | -5
            CET-1CEST,M3.5.0,M10.5.0/3            | 2040-03-25T01:00:00 | 1  | 2
            NZST-12NZDT,M9.5.0,M4.1.0/3           | 2040-09-29T14:00:00 | 12 | 13
            <-02>2<-01>,M3.5.0/-1,M10.5.0/0       | 2040-03-25T01:00:00 | -2 | -1
            IST-2IDT,M3.4.4/26,M10.5.0            | 2040-03-23T00:00:00 | 2  | 3
            IST-1GMT0,M10.5.0,M3.5.0/1            | 2040-10-28T01:00:00 | 1  | 0
            EET-2EEST,M3.4.4/50,M10.4.4/50        | 2040-03-24T00:00:00 | 2  | 3
            XST-1XDT,J60/0,J300/0                 | 2040-02-29T23:00:00 | 1  | 2
            XST-1XDT,31/0,J300/0                  | 2040-01-31T23:00:00 | 1  | 2
            """)
    void goes_on_by_the_rule_for_the_future(String footer, String utc, int before, int after) {
        var rules = CompiledZone.read(ZoneFiles.compiled(
                ZoneOffset.ofHours(before).getTotalSeconds(),
                List.of(
                        new Change(0, 60),
                        new Change(1, ZoneOffset.ofHours(before).getTotalSeconds())),
                footer));
        var change = LocalDateTime.parse(utc).toInstant(ZoneOffset.UTC);

        assertThat(rules.getOffset(change.minusSeconds(1))).isEqualTo(ZoneOffset.ofHours(before));
        assertThat(rules.getOffset(change)).isEqualTo(ZoneOffset.ofHours(after));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"EST", "EST5EDT", "EST5EDT,M3.2.0", "5", "EST5EDT,M2.5.0,M11.1.0", "EST5EDT,M3.5.0/100,M11.1.0"})
    void refuses_a_rule_for_the_future_that_it_cannot_follow(String footer) {
        assertThatThrownBy(() -> CompiledZone.read(ZoneFiles.compiled(0, List.of(), footer)))
                .isInstanceOf(InvalidZoneData.class)
                .hasMessageContaining("rule for the future");
    }

    /** RFC 9636 3.3.1: summer time all year, and no rule at all. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EST5EDT,0/0,J365/25     | -04:00
            XXX3EDT4,0/0,J365/23    | -04:00
            ''                      | +00:01
            """)
    void goes_on_by_the_rules_that_never_change(String footer, String offset) {
        var rules = CompiledZone.read(ZoneFiles.compiled(0, List.of(new Change(0, 60)), footer));

        assertThat(rules.getTransitionRules()).isEmpty();
        assertThat(rules.nextTransition(Instant.ofEpochSecond(1_900_000_000))).isNull();
        assertThat(LastingRule.read(footer, ZoneOffset.ofHoursMinutes(0, 1)).standard())
                .isEqualTo(ZoneOffset.of(offset));
    }

    @Test
    void refuses_a_footer_without_end() {
        assertThatThrownBy(() -> CompiledZone.read(ZoneFiles.compiled(0, List.of(), "A".repeat(3000) + "0")))
                .isInstanceOf(InvalidZoneData.class)
                .hasMessageContaining("longer than");
    }

    @Test
    void refuses_a_file_whose_indices_or_counts_lead_out_of_it() {
        var good = TOWN;
        for (int at = 0; at < good.length; at++) {
            for (int value : new int[] {0, 1, 127, 128, 255}) {
                var damaged = good.clone();
                damaged[at] = (byte) value;
                try {
                    CompiledZone.read(damaged);
                } catch (InvalidZoneData named) {
                    assertThat(named).hasMessageStartingWith("it");
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            V 2099z~Z Test/Town 1~L Test/Town           | cannot be read
            V 2099z~Z Test/Town 1~L                     | cannot be read
            V 2099z~Z                                   | cannot be read
            V 2099z~Z TeNULst 1                      | tzdata.zi names a file that cannot be
            V 2099z~Z ../outside 1                      | leads out of its folder
            V 2099z~Z /etc/hostname 1                   | leads out of its folder
            V 2099z~Z Test/Link 1                       | leads out of its folder
            V 2099z~Z Test/Endless 1                    | is larger than
            """)
    void names_the_file_whatever_is_wrong(String contents, String message) throws IOException {
        var inside = folder.resolve("inside");
        Files.createDirectories(inside);
        ZoneFiles.directory(inside, text(contents), TOWN);
        Files.write(folder.resolve("outside"), TOWN);
        Files.createSymbolicLink(inside.resolve("Test/Link"), folder.resolve("outside"));
        Files.write(inside.resolve("Test/Endless"), new byte[1 << 20]);

        assertThatThrownBy(() -> ZoneData.load(inside))
                .isInstanceOf(InvalidZoneData.class)
                .hasMessageContaining(message);
    }

    @Test
    void refuses_a_table_of_contents_that_is_not_one() throws IOException {
        Files.write(folder.resolve("tzdata.zi"), new byte[(4 << 20) + 1]);

        assertThatThrownBy(() -> ZoneData.load(folder))
                .isInstanceOf(InvalidZoneData.class)
                .hasMessageContaining("tzdata.zi is larger than");
    }

    @Test
    void refuses_what_is_not_there() {
        assertThatThrownBy(() -> ZoneData.load(folder.resolve("nowhere")))
                .isInstanceOf(InvalidZoneData.class)
                .hasMessageContaining("nowhere");
    }

    @Test
    void refuses_a_directory_without_a_table_of_contents() {
        assertThatThrownBy(() -> ZoneData.load(folder)).hasMessageContaining("tzdata.zi");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Z Test/Town 1 - TT                                | version
            V 2099z                                   | no zone
            V 2099z~Z Test/Town 1~Z Test/Hamlet 1     | Test/Hamlet is missing
            V 2099z~Z Test/Town 1~L Test/Nowhere A    | zone A is missing
            """)
    void refuses_a_partial_directory(String contents, String message) throws IOException {
        ZoneFiles.directory(folder, text(contents), TOWN);

        assertThatThrownBy(() -> ZoneData.load(folder))
                .isInstanceOf(InvalidZoneData.class)
                .hasMessageContaining(message);
    }

    @Test
    void refuses_a_damaged_file_by_name() throws IOException {
        for (int length = 0; length < TOWN.length; length++) {
            var damaged = Arrays.copyOf(TOWN, length);
            ZoneFiles.directory(folder, CONTENTS, damaged);
            assertThatThrownBy(() -> ZoneData.load(folder))
                    .isInstanceOf(InvalidZoneData.class)
                    .hasMessageContaining("Town");
        }
    }

    @Test
    void refuses_old_files_and_files_with_leap_seconds() {
        var none = List.<Change>of();
        assertThatThrownBy(() -> CompiledZone.read(ZoneFiles.compiled('\0', 0, 0, none, "UTC0")))
                .hasMessageContaining("version 1");
        assertThatThrownBy(() -> CompiledZone.read(ZoneFiles.compiled('2', 1, 0, none, "UTC0")))
                .hasMessageContaining("leap seconds");
        assertThatThrownBy(() -> CompiledZone.read("TZit".repeat(20).getBytes(StandardCharsets.US_ASCII)))
                .hasMessageContaining("no compiled zone file");
    }

    @Test
    void takes_the_place_of_the_jdks_data_for_a_whole_jvm() throws IOException, InterruptedException {
        ZoneFiles.directory(folder, CONTENTS, TOWN);
        assertThat(javaWith(folder)).isEqualTo("[2099z] +02:00");
    }

    @Test
    void does_not_fall_back_in_silence() throws IOException, InterruptedException {
        assertThat(javaWith(folder.resolve("nowhere")))
                .contains("no zone data at")
                .contains("nowhere");
    }

    /** JUnit takes a line that begins with # for a comment. */
    private static String text(String contents) {
        return contents.replace("V 2", "# version 2").replace('~', '\n').replace("NUL", "\0");
    }

    private static String javaWith(Path zones) throws IOException, InterruptedException {
        var java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.time.zone.DefaultZoneRulesProvider=" + LoadedZones.class.getName(),
                        "-Dalmanac.zoneinfo=" + zones,
                        "-cp",
                        System.getProperty("java.class.path"),
                        ShowZone.class.getName(),
                        "Test/Village")
                .redirectErrorStream(true)
                .start();
        var output = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        java.waitFor();
        return output.strip();
    }

    private static ZoneData data(ZoneRules rules) {
        return new ZoneData("2099z", new TreeMap<>(Map.of("Test/Town", rules)));
    }

    private static ZoneOffset offset(ZoneData data, String zone, long instant) {
        var rules = data.zones().get(zone);
        assertThat(rules).isNotNull();
        return Objects.requireNonNull(rules).getOffset(Instant.ofEpochSecond(instant));
    }
}
