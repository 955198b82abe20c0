package dev.almanac.local.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.almanac.local.Options;
import dev.almanac.local.Ports;
import dev.almanac.local.Suite;
import dev.almanac.recurrence.zones.ZoneData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Zone data of the operating system takes the place of what the suite comes with. The first of all: what its parts record of their
 * starts is kept by the time that the others start theirs.
 */
@Order(0)
class ZoneDataIT {
    private static final Path SYSTEM = Path.of("/usr/share/zoneinfo");

    @TempDir
    Path folder;

    static boolean systemHasZoneData() {
        return Files.exists(SYSTEM.resolve("tzdata.zi"));
    }

    /** A made-up release, by which Vienna has given up its summer time; the service that moves what it moves is killed at it. */
    @Test
    @EnabledIf(value = "systemHasZoneData", disabledReason = "the system has no /usr/share/zoneinfo/tzdata.zi")
    void the_suite_goes_by_a_release_that_it_is_told_to_and_moves_what_is_booked_by_local_time_once() throws Exception {
        int year = Year.now(ZoneOffset.UTC).getValue() + 1;
        Ports ports = Ports.free();
        String event;
        String series;
        String hall;
        try (Suite suite = Suite.of(Options.of(folder, ports), _ -> {})) {
            suite.start();
            Client ana = new Client(suite, "ana", "manager");
            hall = ana.create("/calendars", Client.calendar("Hall", "VENUE", 1));
            event = ana.create("/schedules", vienna(hall, year + "-06-10T10:00:00", year + "-06-10T11:00:00"));
            Map<String, Object> daily = vienna(hall, year + "-06-11T10:00:00", year + "-06-11T11:00:00");
            daily.put("recurrence", Map.of("rrule", "FREQ=DAILY;COUNT=30"));
            series = ana.create("/schedules", daily);
            assertThat(starts(ana, hall, year + "-06-12")).containsExactly(year + "-06-12T08:00:00Z");
            // Until the release is on record by which this was booked.
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> !ana.get("/ops/zone-data").path("items").isEmpty());
        }
        Options newer =
                Options.of(folder, ports).withZoneinfo(withoutSummerTime()).withAnyZoneinfo();
        try (Suite suite = Suite.of(newer, _ -> {})) {
            suite.start();
            suite.kill("command-service");
            suite.restart("command-service");
            Client ana = new Client(suite, "ana", "manager");
            assertThat(ana.get("/calendar/config")
                            .get("timeZoneData")
                            .get("version")
                            .asString())
                    .isEqualTo("2099a");
            await().atMost(Duration.ofMinutes(1)).until(() -> {
                JsonNode last = ana.get("/ops/zone-data").path("items").path(0);
                return last.path("release").asString("").equals("2099a") && last.has("finishedAt");
            });
            JsonNode report = ana.get("/ops/zone-data").get("items").get(0);
            assertThat(report.get("moved").asInt()).isEqualTo(31);
            assertThat(report.get("previousRelease").asString())
                    .isEqualTo(ZoneData.shipped().version());
            JsonNode moves = ana.get("/ops/zone-data/" + report.get("id").asString() + "/moves?limit=100");
            assertThat(moves.get("items").findValuesAsString("scheduleId")).contains(event, series);
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() ->
                            assertThat(starts(ana, hall, year + "-06-12")).containsExactly(year + "-06-12T09:00:00Z"));
            assertThat(starts(ana, hall, year + "-06-10")).containsExactly(year + "-06-10T09:00:00Z");
            assertThat(ana.get("/schedules/" + event + "/history").get("items").size())
                    .isEqualTo(2);
        }
    }

    private Path withoutSummerTime() throws IOException {
        Path release = Files.createDirectory(folder.resolve("2099a"));
        try (Stream<Path> files = Files.walk(SYSTEM)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = release.resolve(SYSTEM.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        Files.copy(
                SYSTEM.resolve("Africa/Lagos"), release.resolve("Europe/Vienna"), StandardCopyOption.REPLACE_EXISTING);
        Path index = release.resolve("tzdata.zi");
        Files.writeString(index, Files.readString(index).replaceFirst("# version \\S+", "# version 2099a"));
        return release;
    }

    private static Map<String, Object> vienna(String calendar, String start, String end) {
        return new HashMap<>(Map.of(
                "calendarId", calendar,
                "title", "Rehearsal",
                "startDateTime", start,
                "endDateTime", end,
                "timeZone", "Europe/Vienna"));
    }

    private static List<String> starts(Client client, String calendar, String day) throws Exception {
        return client.get("/calendars/" + calendar + "/daily?date=" + day)
                .get("events")
                .findValuesAsString("startDateTime");
    }
}
