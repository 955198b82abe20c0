package dev.almanac.local.story;

import static dev.almanac.local.story.Client.calendar;
import static dev.almanac.local.story.Client.encoded;
import static dev.almanac.local.story.Client.event;
import static dev.almanac.local.story.Client.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.almanac.local.Suite;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** One booking's whole life, through PostgreSQL, Kafka, Kafka Streams and MongoDB's wire protocol. */
final class LifecycleStory {
    /** SCH-014. */
    private static final Duration CONFLICTS_ARE_FOUND_WITHIN = Duration.ofSeconds(5);

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration HOUR = Duration.ofHours(1);

    /** A Monday a few weeks ahead, at 09:00 in Berlin. */
    private final LocalDate monday =
            LocalDate.now(Clock.systemUTC()).plusWeeks(3).with(TemporalAdjusters.next(DayOfWeek.MONDAY));

    private final Instant nine =
            monday.atTime(LocalTime.of(9, 0)).atZone(ZoneId.of("Europe/Berlin")).toInstant();

    void isToldBy(Suite suite) throws Exception {
        Client manager = new Client(suite, "ana", "manager");

        String hall = manager.create("/calendars", calendar("Concert hall", "VENUE", 1));
        String talks = manager.create("/calendars", calendar("Talks", "DEPARTMENT", 3));
        String beamer = manager.create("/resources", Map.of("name", "Beamer", "resourceType", "EQUIPMENT"));
        List<Map<String, String>> needsBeamer = List.of(Map.of("resourceId", beamer, "role", "PRIMARY"));

        Map<String, Object> concert = event(hall, "Concert", nine, HOUR);
        concert.put("resources", needsBeamer);
        String concertId = manager.create("/schedules", concert);
        assertThat(titles(manager.get("/calendars/" + hall + "/daily?date=" + monday)))
                .containsExactly("Concert");

        var full = manager.post("/schedules", event(hall, "Rehearsal", nine.plusSeconds(1800), HOUR));
        assertThat(full.statusCode()).isEqualTo(409);
        assertThat(json(full).get("conflictingEvents").get(0).get("scheduleId").asString())
                .isEqualTo(concertId);

        Map<String, Object> talk = event(talks, "Talk", nine.plusSeconds(1800), HOUR);
        talk.put("resources", needsBeamer);
        String talkId = manager.create("/schedules", talk);
        JsonNode conflict =
                awaitConflicts(manager, beamer, 1, concertId, talkId).get(0);
        assertThat(conflict.get("conflictType").asString()).isEqualTo("EQUIPMENT_CONFLICT");
        assertThat(conflict.get("conflictLevel").asString()).isEqualTo("MODERATE");
        assertThat(conflict.get("overlapStart").asString())
                .isEqualTo(nine.plusSeconds(1800).toString());
        assertThat(manager.get("/schedules/" + talkId).get("conflictLevel").asString())
                .isEqualTo("MODERATE");

        var moved = manager.post(
                "/schedules/" + talkId + "/reschedule",
                Map.of("newStartDateTime", nine.plus(Duration.ofHours(2)).toString(), "reason", "beamer"));
        assertThat(moved.statusCode()).as(moved.body()).isEqualTo(200);
        awaitConflicts(manager, beamer, 0, concertId, talkId);

        Map<String, Object> series = event(talks, "Seminar", nine.plus(Duration.ofHours(5)), HOUR);
        series.put("recurrence", Map.of("pattern", Map.of("type", "WEEKLY", "occurrenceCount", 4)));
        String seriesId = manager.create("/schedules", series);
        awaitTitles(manager, "/calendars/" + talks + "/weekly?date=" + monday, "Talk", "Seminar");
        awaitTitles(manager, "/calendars/" + talks + "/weekly?date=" + monday.plusWeeks(3), "Seminar");

        String second = seriesId + "@" + monday.plusWeeks(1).toString().replace("-", "") + "T140000";
        assertThat(manager.delete("/schedules/" + encoded(second) + "?reason=holiday")
                        .statusCode())
                .isEqualTo(200);
        awaitTitles(manager, "/calendars/" + talks + "/weekly?date=" + monday.plusWeeks(1));

        var imported = manager.postFile("/calendars/" + talks + "/import", FILE.getBytes(StandardCharsets.UTF_8));
        assertThat(json(imported).get("imported").asInt()).isEqualTo(2);
        assertThat(json(imported).get("rejected")).hasSize(1);
        awaitTitles(manager, "/calendars/" + talks + "/monthly?date=2021-03-01", "Past talk", "Holiday");

        replay(manager, suite, hall, talks, concertId, talkId, seriesId);
        PublishedContract.holdsIn(suite);
    }

    /** Every view is built anew from the start of the topics, and says what it said before. */
    private void replay(Client manager, Suite suite, String hall, String talks, String... events) throws Exception {
        Map<String, JsonNode> before = views(manager, hall, talks, events);
        Client admin = new Client(suite, "root", "admin");
        assertThat(admin.query("POST", "/ops/projections/rebuild").statusCode()).isBetween(200, 202);
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(admin.query("GET", "/ops/projections").body())
                                .doesNotContain("REBUILDING"));
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(views(manager, hall, talks, events)).isEqualTo(before));
    }

    private Map<String, JsonNode> views(Client client, String hall, String talks, String... events) throws Exception {
        Map<String, JsonNode> views = new TreeMap<>();
        for (String path : List.of(
                "/calendars",
                "/calendars/" + hall + "/daily?date=" + monday,
                "/calendars/" + talks + "/monthly?date=" + monday,
                "/calendars/" + talks + "/monthly?date=2021-03-01",
                "/schedules?limit=100",
                "/schedules/conflicts?limit=100",
                "/calendar/events?start=" + monday + "T00:00:00Z&end=" + monday.plusDays(20) + "T00:00:00Z")) {
            views.put(path, client.get(path));
        }
        for (String event : events) {
            views.put(event, client.get("/schedules/" + event));
        }
        return views;
    }

    private static List<JsonNode> awaitConflicts(Client client, String resourceId, int count, String... events) {
        return await().atMost(CONFLICTS_ARE_FOUND_WITHIN)
                .until(() -> openConflicts(client, resourceId, List.of(events)), found -> found.size() == count);
    }

    /** Of the story's own events: others of the same suite have conflicts of their own. */
    private static List<JsonNode> openConflicts(Client client, String resourceId, List<String> events)
            throws Exception {
        List<JsonNode> found = client.get("/schedules/conflicts?status=DETECTED&limit=1000")
                .get("items")
                .valueStream()
                .filter(item -> events.contains(item.get("scheduledEventId").asString())
                        || events.contains(item.get("conflictingEventId").asString()))
                .toList();
        assertThat(found)
                .allSatisfy(
                        item -> assertThat(item.get("resourceId").asString()).isEqualTo(resourceId));
        return found;
    }

    private static void awaitTitles(Client client, String view, String... titles) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(titles(client.get(view))).containsExactlyInAnyOrder(titles));
    }

    private static List<String> titles(JsonNode view) {
        return view.get("events")
                .valueStream()
                .map(event -> event.get("title").asString())
                .toList();
    }

    private static final String FILE = """
            BEGIN:VCALENDAR
            VERSION:2.0
            BEGIN:VEVENT
            UID:past-talk
            DTSTART;TZID=W. Europe Standard Time:20210302T090000
            DTEND;TZID=W. Europe Standard Time:20210302T100000
            SUMMARY:Past talk
            END:VEVENT
            BEGIN:VEVENT
            UID:holiday
            DTSTART;VALUE=DATE:20210308
            SUMMARY:Holiday
            END:VEVENT
            BEGIN:VEVENT
            UID:broken
            DTSTART:whenever
            SUMMARY:Broken
            END:VEVENT
            END:VCALENDAR
            """;
}
