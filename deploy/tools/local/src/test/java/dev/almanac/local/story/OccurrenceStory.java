package dev.almanac.local.story;

import static dev.almanac.local.story.Client.calendar;
import static dev.almanac.local.story.Client.encoded;
import static dev.almanac.local.story.Client.event;
import static dev.almanac.local.story.Client.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.local.Suite;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** One meeting of a series needs what the others do not, and the series is split there. */
final class OccurrenceStory {
    private static final Duration HOUR = Duration.ofHours(1);

    private final LocalDate day = LocalDate.now(Clock.systemUTC()).plusWeeks(9);
    private final Instant nine =
            day.atTime(9, 0).atZone(ZoneId.of("Europe/Berlin")).toInstant();

    void isToldBy(Suite suite) throws Exception {
        Client ana = new Client(suite, "ana", "manager");
        String talks = ana.create("/calendars", calendar("Seminars", "DEPARTMENT", 5));
        String beamer = ana.create("/resources", Map.of("name", "Own beamer", "resourceType", "EQUIPMENT"));
        List<Map<String, String>> needsBeamer = List.of(Map.of("resourceId", beamer, "role", "PRIMARY"));

        Map<String, Object> seminar = event(talks, "Seminar", nine, HOUR);
        seminar.put("recurrence", Map.of("rrule", "FREQ=DAILY;COUNT=3"));
        String series = ana.create("/schedules", seminar);
        String second = series + "@" + day.plusDays(1).toString().replace("-", "") + "T090000";

        Map<String, Object> demo = event(talks, "Demo", nine.plus(Duration.ofDays(1)), HOUR);
        demo.put("resources", needsBeamer);
        ana.create("/schedules", demo);
        assertThat(conflicts(ana, beamer)).isEmpty();

        Map<String, Object> withBeamer = event(talks, "Seminar with films", nine.plus(Duration.ofDays(1)), HOUR);
        withBeamer.put("resources", needsBeamer);
        done(ana.put("/schedules/" + encoded(second), withBeamer));
        assertThat(conflicts(ana, beamer)).singleElement().satisfies(conflict -> {
            assertThat(conflict.get("status").asString()).isEqualTo("DETECTED");
            assertThat(List.of(
                            conflict.get("scheduledEventId").asString(),
                            conflict.get("conflictingEventId").asString()))
                    .contains(second);
        });

        Client mo = new Client(suite, "mo", "manager");
        mo.follows(ana);
        done(mo.post(
                "/schedules/" + encoded(second) + "/reschedule",
                Map.of(
                        "newStartDateTime",
                        nine.plus(Duration.ofDays(1)).plus(HOUR.multipliedBy(5)).toString(),
                        "scope",
                        "THIS_AND_FOLLOWING")));
        assertThat(conflicts(mo, beamer)).singleElement().satisfies(conflict -> {
            assertThat(conflict.get("status").asString()).isEqualTo("RESOLVED");
            assertThat(conflict.get("resolutionMethod").asString()).isEqualTo("RESCHEDULED");
            assertThat(conflict.get("resolvedBy").asString()).isEqualTo("mo");
        });
    }

    private static JsonNode conflicts(Client client, String resourceId) throws Exception {
        return client.get("/schedules/conflicts?resourceId=" + resourceId).get("items");
    }

    private static void done(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(json(answer).get("changeId").asString()).isNotEmpty();
    }
}
