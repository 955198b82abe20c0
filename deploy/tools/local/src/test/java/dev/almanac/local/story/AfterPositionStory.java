package dev.almanac.local.story;

import static dev.almanac.local.story.Client.calendar;
import static dev.almanac.local.story.Client.encoded;
import static dev.almanac.local.story.Client.event;
import static dev.almanac.local.story.Client.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.almanac.local.Suite;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** Any write, and then any read with its position at once: the same as a little later, with all that is derived from it. */
final class AfterPositionStory {
    /** In which a view that was answered too early would have caught up. */
    private static final Duration A_LITTLE = Duration.ofMillis(1500);

    private static final Duration HOUR = Duration.ofHours(1);
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final LocalDate monday =
            LocalDate.now(Clock.systemUTC()).plusWeeks(5).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    private final Instant nine = at(monday, 9);

    void isToldBy(Suite suite) throws Exception {
        Client ana = new Client(suite, "ana", "manager");
        String hall = ana.create("/calendars", calendar("Gated hall", "VENUE", 1));
        String farm = ana.create("/calendars", calendar("Gated farm", "QUEUE", 1));
        String beamer = ana.create("/resources", Map.of("name", "Gated beamer", "resourceType", "EQUIPMENT"));

        String series = ana.create("/schedules", series(hall, "Standup"));
        Reads reads =
                new Reads(ana, hall, farm, series, encoded(series + "@" + day(monday) + "T090000"), monday, beamer);
        JsonNode week = reads.holdAfter("a series").of("week");
        assertThat(week.get("events")).hasSize(5);

        write(ana.post(
                "/schedules/" + encoded(series + "@" + day(monday) + "T090000") + "/reschedule",
                Map.of("newStartDateTime", at(monday, 15).toString())));
        reads.holdAfter("a move of one occurrence");

        JsonNode split = write(ana.post(
                "/schedules/" + encoded(series + "@" + day(monday.plusDays(2)) + "T090000") + "/reschedule",
                Map.of("newStartDateTime", at(monday.plusDays(2), 11).toString(), "scope", "THIS_AND_FOLLOWING")));
        assertThat(starts(reads.holdAfter("a split").of("week")))
                .filteredOn(start -> start.endsWith("T10:00:00Z") || start.endsWith("T09:00:00Z"))
                .hasSize(3);

        write(ana.post("/changes/" + split.get("changeId").asString() + "/undo", Map.of()));
        assertThat(reads.holdAfter("its undo").of("week").get("events")).hasSize(5);

        write(ana.delete(
                "/schedules/" + encoded(series + "@" + day(monday.plusDays(4)) + "T090000") + "?reason=holiday"));
        assertThat(reads.holdAfter("a cancelled occurrence").of("week").get("events"))
                .hasSize(4);

        write(ana.post("/schedules/rules", rule(farm)));
        JsonNode jobs = reads.holdAfter("a rule").of("jobs");
        assertThat(jobs.get("jobs")).hasSize(1);

        Map<String, Object> maintenance = event(farm, "Maintenance", at(soon(), 3), HOUR);
        assertThat(ana.post("/schedules", maintenance).statusCode()).isEqualTo(409);
        maintenance.put("override", Map.of("reason", "the run may fail"));
        write(ana.post("/schedules", maintenance));
        assertThat(reads.holdAfter("an event beside a planned run").of("farm").get("items"))
                .hasSize(1);

        String talks = ana.create("/calendars", calendar("Gated talks", "DEPARTMENT", 5));
        List<Map<String, String>> needsBeamer = List.of(Map.of("resourceId", beamer, "role", "PRIMARY"));
        Map<String, Object> talk = event(talks, "Talk", nine.plus(HOUR), HOUR);
        talk.put("resources", needsBeamer);
        ana.create("/schedules", talk);
        Map<String, Object> demo = event(talks, "Demo", nine.plus(HOUR), HOUR);
        demo.put("resources", needsBeamer);
        String demoId = ana.create("/schedules", demo);
        assertThat(reads.holdAfter("two that need one resource").of("beamer").get("items"))
                .singleElement()
                .satisfies(conflict ->
                        assertThat(conflict.get("status").asString()).isEqualTo("DETECTED"));

        Client mo = new Client(suite, "mo", "manager");
        mo.follows(ana);
        write(mo.post(
                "/schedules/" + demoId + "/reschedule",
                Map.of("newStartDateTime", nine.plus(HOUR.multipliedBy(4)).toString())));
        ana.follows(mo);
        assertThat(reads.holdAfter("a move out of a conflict").of("beamer").get("items"))
                .singleElement()
                .satisfies(conflict -> {
                    assertThat(conflict.get("status").asString()).isEqualTo("RESOLVED");
                    assertThat(conflict.get("resolutionMethod").asString()).isEqualTo("RESCHEDULED");
                    assertThat(conflict.get("resolvedBy").asString()).isEqualTo("mo");
                });
        aDecisionStays(ana, reads, demoId);
        aSuggestionIsTaken(ana, reads, talks, needsBeamer);

        Map<String, Object> skipping = series(hall, "Where there is room");
        skipping.put("seriesPolicy", "SKIP_CONFLICTING");
        write(ana.post("/schedules", skipping));
        assertThat(reads.holdAfter("a series that skips what is taken")
                        .of("hall")
                        .get("items"))
                .as("nobody is told of a conflict with what was never booked")
                .isEmpty();

        write(ana.delete("/schedules/" + series + "?reason=over"));
        reads.holdAfter("a removal");
    }

    /** Somebody lets two share a resource; that they part later does not make it anybody else's decision. */
    private void aDecisionStays(Client ana, Reads reads, String demoId) throws Exception {
        write(ana.post(
                "/schedules/" + demoId + "/reschedule",
                Map.of("newStartDateTime", nine.plus(HOUR).toString())));
        JsonNode again = reads.holdAfter("a move into a conflict")
                .of("beamer")
                .get("items")
                .get(0);
        String conflict = "/schedules/conflicts/" + again.get("id").asString();
        write(ana.post(conflict + "/resolve", Map.of("method", "OVERRIDE_APPLIED", "note", "two rooms, one cable")));
        JsonNode decided = ana.get(conflict);
        assertThat(decided.get("stillOverlapping").asBoolean()).isTrue();
        assertThat(decided.get("version").asLong())
                .isEqualTo(again.get("version").asLong() + 1);

        write(ana.delete("/schedules/" + demoId + "?reason=parted"));
        JsonNode parted = ana.get(conflict);
        assertThat(parted.get("stillOverlapping").asBoolean()).isFalse();
        assertThat(parted.get("resolutionMethod").asString()).isEqualTo("OVERRIDE_APPLIED");
        assertThat(parted.get("resolvedBy").asString()).isEqualTo("ana");
    }

    /** What is suggested is done by one request, as if it had been asked for, and undone like that. */
    private void aSuggestionIsTaken(Client ana, Reads reads, String talks, List<Map<String, String>> needsBeamer)
            throws Exception {
        Map<String, Object> workshop = event(talks, "Workshop", nine.plus(HOUR), HOUR);
        workshop.put("resources", needsBeamer);
        String id = ana.create("/schedules", workshop);
        JsonNode open = ana.get("/schedules/conflicts?status=DETECTED&resourceId=" + reads.beamer())
                .get("items")
                .get(0);
        String conflict = "/schedules/conflicts/" + open.get("id").asString();
        JsonNode suggestion = ana.get(conflict)
                .get("suggestedResolutions")
                .valueStream()
                .filter(way -> way.get("scheduleId").asString().equals(id)
                        && way.get("method").asString().equals("RESCHEDULED"))
                .findFirst()
                .orElseThrow();
        JsonNode applied = write(ana.post(
                conflict + "/apply",
                Map.of(
                        "method",
                        "RESCHEDULED",
                        "scheduleId",
                        id,
                        "startDateTime",
                        suggestion.get("startDateTime").asString(),
                        "endDateTime",
                        suggestion.get("endDateTime").asString())));
        assertThat(ana.get("/schedules/" + id).get("startDateTime")).isEqualTo(suggestion.get("startDateTime"));
        JsonNode parted = ana.get(conflict);
        assertThat(parted.get("status").asString()).isEqualTo("RESOLVED");
        assertThat(parted.get("resolutionMethod").asString()).isEqualTo("RESCHEDULED");
        assertThat(parted.get("resolvedBy").asString()).isEqualTo("ana");

        write(ana.post("/changes/" + applied.get("changeId").asString() + "/undo", Map.of()));
        assertThat(ana.get(conflict).get("status").asString()).isEqualTo("DETECTED");
        write(ana.delete("/schedules/" + id + "?reason=over"));
    }

    private record Answers(Map<String, JsonNode> byRead) {
        JsonNode of(String read) {
            return Objects.requireNonNull(byRead.get(read));
        }
    }

    /** The reads that show what is derived, each as it answers at once and a little later. */
    private record Reads(
            Client client,
            String hall,
            String farm,
            String series,
            String occurrence,
            LocalDate monday,
            String beamer) {
        Answers holdAfter(String write) throws Exception {
            Answers atOnce = all();
            await("after " + write)
                    .during(A_LITTLE)
                    .atMost(A_LITTLE.multipliedBy(4))
                    .untilAsserted(() -> assertThat(all()).isEqualTo(atOnce));
            return atOnce;
        }

        private Answers all() throws Exception {
            Map<String, JsonNode> answers = new LinkedHashMap<>();
            String from = monday + "T00:00:00Z";
            String till = monday.plusDays(7) + "T00:00:00Z";
            answers.put("week", client.get("/calendars/" + hall + "/weekly?date=" + monday));
            answers.put("jobs", client.get("/schedules/detailed?date=" + soon() + "&queue=" + farm));
            answers.put(
                    "window", client.get("/schedules/window?from=" + from + "&till=" + till + "&calendarId=" + hall));
            answers.put("feed", client.get("/calendar/events?start=" + from + "&end=" + till));
            answers.put("list", client.get("/schedules?from=" + from + "&till=" + till + "&calendarId=" + hall));
            answers.put("farm", client.get("/schedules/conflicts?calendarId=" + farm));
            answers.put("hall", client.get("/schedules/conflicts?calendarId=" + hall));
            answers.put("beamer", client.get("/schedules/conflicts?resourceId=" + beamer));
            answers.put("occurrence", client.getOrProblem("/schedules/" + occurrence));
            answers.put("series", client.getOrProblem("/schedules/" + series));
            return new Answers(answers);
        }
    }

    private static JsonNode write(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
        return json(answer);
    }

    private Map<String, Object> series(String calendarId, String title) {
        Map<String, Object> series = event(calendarId, title, nine, HOUR);
        series.put("recurrence", Map.of("rrule", "FREQ=DAILY;COUNT=5"));
        return series;
    }

    private static Map<String, Object> rule(String queue) {
        return Map.of(
                "name",
                "Nightly",
                "recurrence",
                Map.of("cron", "0 3 * * *"),
                "timeZone",
                "Europe/Berlin",
                "queue",
                queue,
                "jobTemplate",
                Map.of("type", "REPORT", "timeoutSeconds", 3600));
    }

    private static List<String> starts(JsonNode view) {
        return view.get("events")
                .valueStream()
                .map(event -> event.get("startDateTime").asString())
                .toList();
    }

    private static LocalDate soon() {
        return LocalDate.now(Clock.system(BERLIN)).plusDays(2);
    }

    private static Instant at(LocalDate date, int hour) {
        return date.atTime(LocalTime.of(hour, 0)).atZone(BERLIN).toInstant();
    }

    private static String day(LocalDate date) {
        return date.toString().replace("-", "");
    }
}
