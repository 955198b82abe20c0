package dev.almanac.local.story;

import static dev.almanac.local.story.Client.calendar;
import static dev.almanac.local.story.Client.encoded;
import static dev.almanac.local.story.Client.event;
import static dev.almanac.local.story.Client.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.almanac.events.Recorded;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceDue;
import dev.almanac.events.wire.Topic;
import dev.almanac.local.provider.PublishEntry;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/**
 * A little of everything, as an earlier build is told it: by what the API has promised since, and far enough ahead that a test of
 * years later finds it as it was.
 */
final class EarlierStory {
    static final Instant NINE = Instant.parse("2040-03-05T08:00:00Z");
    static final Duration HOUR = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String DAY = "20400305";

    private final Users users;
    private final String kafka;
    /** Of what was told so far, by the names that {@link EarlierAnswers} and the test know it by. */
    private final Map<String, String> ids;

    EarlierStory(Users users, String kafka, Map<String, String> ids) {
        this.users = users;
        this.kafka = kafka;
        this.ids = ids;
    }

    /** What every build since the front knows: booking, deciding and running. */
    void bookings() throws Exception {
        Client ana = users.of("ana", "manager");
        calendars(ana);
        events(ana);
        series(ana);
        conflicts(ana);
        rules(users.of("stan", "staff"));
    }

    /** What came later: people are told, ask in sentences and subscribe; others publish entries. */
    void people() throws Exception {
        Client ana = users.of("ana", "manager");
        preferences(ana);
        notifications(ana);
        lateEvents(ana);
        requests(users.of("stan", "staff"));
        entries();
        ok(ana.post("/calendars/" + id("hall") + "/feed-tokens", Map.of("name", "Phone")));
        // Last: whatever happens from now on would be sent.
        ids.put(
                "webhook",
                ana.create(
                        "/webhooks",
                        Map.of("url", "http://127.0.0.1:9/almanac", "types", List.of("EventRescheduled"))));
    }

    private void calendars(Client ana) throws Exception {
        Map<String, Object> hall = calendar("Hall", "VENUE", 1);
        hall.put("ownerId", "carl");
        ids.put("hall", ana.create("/calendars", hall));
        ids.put("studio", ana.create("/calendars", calendar("Studio", "VENUE", 1)));
        ids.put("talks", ana.create("/calendars", calendar("Talks", "DEPARTMENT", 50)));
        ids.put("lab", ana.create("/calendars", calendar("Lab", "DEPARTMENT", 1)));
        Map<String, Object> farm = calendar("Farm", "QUEUE", 4);
        farm.put("bookable", Map.of("horizonDays", 30, "noticeMinutes", 60, "perUserMax", 2));
        ids.put("farm", ana.create("/calendars", farm));
        String hallPath = "/calendars/" + id("hall");
        ok(ana.put(hallPath + "/shares/bo", Map.of("level", "EDIT")));
        ok(ana.put(hallPath + "/shares/zoe", Map.of("level", "VIEW")));
        ok(ana.put(hallPath + "/shares/zed", Map.of("level", "ADMIN")));
        ok(ana.delete(hallPath + "/shares/zed"));
        ids.put("clara", ana.create("/resources", Map.of("name", "Clara", "resourceType", "STAFF")));
        ok(ana.post(
                "/resources/" + id("clara") + "/availability/mark-unavailable",
                Map.of(
                        "startDateTime",
                        "2040-03-20T08:00:00Z",
                        "endDateTime",
                        "2040-03-21T08:00:00Z",
                        "reason",
                        "tour")));
    }

    private void preferences(Client ana) throws Exception {
        Client carl = users.of("carl", "staff");
        carl.follows(ana);
        ok(carl.put(
                "/notification-preferences",
                Map.of(
                        "categories",
                        Map.of("NORMAL", List.of("IN_APP")),
                        "chatWebhookUrl",
                        "https://chat.example.org/rooms/hall",
                        "quietHours",
                        Map.of("from", "22:00", "till", "06:00"),
                        "timeZone",
                        "Europe/Berlin",
                        "calendars",
                        List.of(Map.of("calendarId", id("studio"), "muted", true)))));
    }

    private void events(Client ana) throws Exception {
        Map<String, Object> concert = event(id("hall"), "Concert", NINE, HOUR);
        concert.put("resources", List.of(Map.of("resourceId", id("clara"), "role", "PRIMARY")));
        concert.put("tags", List.of("public"));
        concert.put("description", "With an encore");
        ids.put("concert", ana.create("/schedules", concert));
        Map<String, Object> recording = event(id("studio"), "Recording", NINE.plusSeconds(1800), HOUR);
        recording.put("resources", List.of(Map.of("resourceId", id("clara"))));
        ids.put("recording", ana.create("/schedules", recording));
        ids.put("walk", ana.create("/schedules", event(id("talks"), "Walk", NINE, HOUR)));
        ids.put("removed", ana.create("/schedules", event(id("talks"), "Rain check", NINE, HOUR)));
        ok(ana.delete("/schedules/" + id("removed") + "?reason=rain"));
        Map<String, Object> dinner = event(id("talks"), "Dinner", NINE.plus(HOUR.multipliedBy(10)), HOUR);
        dinner.put("companions", List.of(Map.of("scheduleId", id("walk"), "offset", "-PT10H")));
        ids.put("dinner", ana.create("/schedules", dinner));
        ids.put("talk", ana.create("/schedules", event(id("hall"), "Talk", NINE.plus(HOUR.multipliedBy(2)), HOUR)));
        ok(move(ana, id("talk"), NINE.plus(HOUR.multipliedBy(3))));
        JsonNode moved = ok(move(ana, id("talk"), NINE.plus(HOUR.multipliedBy(4))));
        ok(ana.post("/changes/" + moved.get("changeId").asString() + "/undo", Map.of()));
        String file = """
                BEGIN:VCALENDAR
                VERSION:2.0
                BEGIN:VEVENT
                UID:imported
                DTSTART;TZID=W. Europe Standard Time:20400312T090000
                DTEND;TZID=W. Europe Standard Time:20400312T100000
                RRULE:FREQ=DAILY;COUNT=3
                SUMMARY:Imported
                END:VEVENT
                END:VCALENDAR
                """;
        ok(ana.postFile("/calendars/" + id("talks") + "/import", file.getBytes(StandardCharsets.UTF_8)));
    }

    private void notifications(Client ana) throws Exception {
        ok(move(ana, id("talk"), NINE.plus(HOUR.multipliedBy(4))));
        ok(move(ana, id("talk"), NINE.plus(HOUR.multipliedBy(3))));
        Client carl = users.of("carl", "staff");
        List<JsonNode> told = await().atMost(PATIENCE)
                .until(() -> items(carl, "/notifications?type=EVENT_MOVED"), found -> found.size() >= 2);
        ok(carl.query("POST", "/notifications/" + told.getFirst().get("id").asString() + "/read"));
    }

    private void series(Client ana) throws Exception {
        Map<String, Object> course = event(id("hall"), "Course", NINE.plus(HOUR.multipliedBy(6)), HOUR);
        course.put("recurrence", Map.of("pattern", Map.of("type", "DAILY", "occurrenceCount", 8)));
        String series = ana.create("/schedules", course);
        ids.put("course", series);
        ok(ana.delete("/schedules/" + encoded(series + "@20400307T150000") + "?reason=holiday"));
        ok(move(ana, encoded(series + "@20400308T150000"), Instant.parse("2040-03-08T16:30:00Z")));
        Map<String, Object> seminar = event(id("talks"), "Seminar", NINE, HOUR);
        seminar.put("recurrence", Map.of("rrule", "FREQ=WEEKLY;COUNT=6", "exdate", List.of("2040-03-12T09:00:00")));
        ids.put("seminar", ana.create("/schedules", seminar));
        ok(ana.post(
                "/schedules/" + encoded(id("seminar") + "@20400326T090000") + "/reschedule",
                Map.of("newStartDateTime", "2040-03-26T12:00:00Z", "scope", "THIS_AND_FOLLOWING")));
    }

    private void lateEvents(Client ana) throws Exception {
        Map<String, Object> gala = event(id("talks"), "Gala", NINE.plus(HOUR.multipliedBy(12)), HOUR);
        gala.put("reminders", List.of("PT30M"));
        ids.put("gala", ana.create("/schedules", gala));
        Map<String, Object> rehearsal = event(id("talks"), "Rehearsal", NINE.plus(HOUR), HOUR);
        rehearsal.put("recurrence", Map.of("pattern", Map.of("type", "WEEKLY", "occurrenceCount", 4)));
        ids.put("rehearsal", ana.create("/schedules", rehearsal));
        ids.put(
                "undoable",
                ok(move(ana, encoded(id("rehearsal") + "@" + DAY + "T100000"), NINE.plus(HOUR.multipliedBy(3))))
                        .get("changeId")
                        .asString());
    }

    /** Each that a manager can bring about; none that is critical, which would be escalated once it is a day old. */
    private void conflicts(Client ana) throws Exception {
        ids.put("detected", conflict(ana, "Beamer", 0));
        ids.put("reviewed", conflict(ana, "Piano", 1));
        ids.put("dismissed", conflict(ana, "Organ", 2));
        ids.put("escalated", conflict(ana, "Harp", 3));
        ids.put("resolved", conflict(ana, "Drums", 4));
        ids.put("cleared", conflict(ana, "Lute", 5));
        decide(ana, "reviewed", "review", Map.of("note", "asked"));
        decide(ana, "dismissed", "dismiss", Map.of("reason", "shared"));
        decide(ana, "escalated", "escalate", Map.of("escalatedTo", "carl", "reason", "two bands"));
        decide(ana, "resolved", "resolve", Map.of("method", "OVERRIDE_APPLIED", "note", "both play"));
        ok(move(ana, id("Lute 2"), NINE.plus(Duration.ofDays(40))));
        await().atMost(PATIENCE)
                .until(() -> items(ana, "/schedules/conflicts?status=RESOLVED").size() == 2);
        ana.create("/schedules", event(id("lab"), "Trial", NINE, HOUR));
        Map<String, Object> beside = event(id("lab"), "Second trial", NINE, HOUR);
        beside.put("override", Map.of("reason", "both are small"));
        ana.create("/schedules", beside);
        await().atMost(PATIENCE)
                .until(() -> items(ana, "/schedules/conflicts?calendarId=" + id("lab"))
                                        .size()
                                == 1
                        && items(ana, "/schedules/conflicts?resourceId=" + id("clara"))
                                        .size()
                                == 1);
    }

    private String conflict(Client ana, String thing, int day) throws Exception {
        String resource = ana.create("/resources", Map.of("name", thing, "resourceType", "EQUIPMENT"));
        for (int each = 1; each <= 2; each++) {
            Instant start =
                    NINE.plus(Duration.ofDays(day)).plus(HOUR.multipliedBy(8)).plusSeconds(600L * each);
            Map<String, Object> event = event(id("talks"), thing + " " + each, start, HOUR);
            event.put("resources", List.of(Map.of("resourceId", resource, "role", "PRIMARY")));
            ids.put(thing + " " + each, ana.create("/schedules", event));
        }
        return await().atMost(PATIENCE)
                .until(() -> items(ana, "/schedules/conflicts?resourceId=" + resource), found -> found.size() == 1)
                .getFirst()
                .get("id")
                .asString();
    }

    private String id(String name) {
        return Objects.requireNonNull(ids.get(name), name);
    }

    private void decide(Client ana, String conflict, String how, Map<String, Object> body) throws Exception {
        ok(ana.post("/schedules/conflicts/" + ids.get(conflict) + "/" + how, body));
    }

    private void rules(Client stan) throws Exception {
        ids.put("rule", stan.create("/schedules/rules", rule("Backup", Map.of("cron", "0 3 * * *"), "night")));
        ids.put(
                "every",
                users.of("ana", "manager")
                        .create("/schedules/rules", rule("Pulse", Map.of("every", "PT6H"), id("farm"))));
        ids.put("paused", stan.create("/schedules/rules", rule("Report", Map.of("cron", "0 6 1 * *"), "night")));
        ok(stan.post("/schedules/rules/" + id("paused") + "/pause", Map.of("reason", "audit")));
        // The one that time changes: it is overdue by whatever lies between then and now, and caught up once.
        Map<String, Object> nightly = rule("Nightly", Map.of("cron", "0 3 * * *"), "dawn");
        nightly.remove("start");
        nightly.put("options", Map.of("catchUp", "LAST"));
        ids.put("nightly", stan.create("/schedules/rules", nightly));
        String run = ranNow(stan, 1);
        ok(stan.post("/runs/" + encoded(run) + "/started", Map.of("attempt", 1, "worker", "w1")));
        ok(stan.post("/runs/" + encoded(run) + "/succeeded", Map.of("attempt", 1)));
        ok(stan.post("/runs/" + encoded(ranNow(stan, 2)) + "/failed", Map.of("attempt", 1, "detail", "disk full")));
        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode outcomes = stan.get("/schedules/rules/" + id("rule")).get("outcomes");
            assertThat(outcomes.get("succeeded").asInt()
                            + outcomes.get("failed").asInt())
                    .as(outcomes.toString())
                    .isEqualTo(2);
        });
    }

    private String ranNow(Client stan, int runs) throws Exception {
        isRun(stan, id("rule"));
        return await().atMost(PATIENCE)
                .until(() -> dues(kafka, id("rule")), found -> found.size() == runs)
                .getLast()
                .occurrenceId();
    }

    /** Once what was reported of the run before is known: until then the rule counts as running. */
    static void isRun(Client stan, String rule) {
        await().atMost(PATIENCE)
                .until(() -> stan.post("/schedules/rules/" + rule + "/run-now", Map.of())
                                .statusCode()
                        == 200);
    }

    private static Map<String, Object> rule(String name, Map<String, Object> recurrence, String queue) {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("name", name);
        rule.put("recurrence", recurrence);
        rule.put("timeZone", "Europe/Berlin");
        rule.put("start", "2040-01-01T00:00:00");
        rule.put("queue", queue);
        rule.put("jobTemplate", Map.of("type", "backup", "payload", Map.of("disk", "a"), "timeoutSeconds", 600));
        return rule;
    }

    private void requests(Client stan) throws Exception {
        ids.put("confirmed", asked(stan, "move it to 4am"));
        ok(stan.post("/ops/calendar/change-request/" + id("confirmed") + "/confirm", Map.of()));
        ids.put("rejected", asked(stan, "disable it"));
        ok(stan.post("/ops/calendar/change-request/" + id("rejected") + "/reject", Map.of("reason", "still needed")));
    }

    private String asked(Client stan, String text) throws Exception {
        return ok(stan.post(
                        "/ops/calendar/change-request",
                        Map.of("text", text, "timeZone", "Europe/Berlin", "subjectId", id("rule"))))
                .get("id")
                .asString();
    }

    private void entries() throws Exception {
        for (String visibility : List.of("PUBLIC", "PRIVATE")) {
            PublishEntry.publish(
                    kafka,
                    "CalendarEntryPublished.v1",
                    """
                    {"entryType":"attendance","entryId":"%s","sequence":0,"ownerId":"clara","siteId":"%s","title":"%s check-in",
                     "startDateTime":"%s","endDateTime":"%s","visibility":"%s"}""".formatted(visibility, id("hall"), visibility, NINE, NINE.plus(HOUR), visibility),
                    Clock.systemUTC());
        }
        Client zoe = users.of("zoe", "customer");
        await().atMost(PATIENCE)
                .until(
                        () -> zoe.get(EarlierAnswers.feed(ids)).toString(),
                        feed -> feed.contains("PUBLIC check-in") && feed.contains("\"Private\""));
    }

    static HttpResponse<String> move(Client client, String event, Instant start) throws Exception {
        return client.post("/schedules/" + event + "/reschedule", Map.of("newStartDateTime", start.toString()));
    }

    static JsonNode ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode())
                .as(answer.uri() + " answers " + answer.body())
                .isBetween(200, 204);
        return json(answer.body().isEmpty() ? "{}" : answer.body());
    }

    static List<JsonNode> items(Client client, String path) throws Exception {
        List<JsonNode> items = new ArrayList<>();
        client.get(path).get("items").forEach(items::add);
        return items;
    }

    static List<OccurrenceDue> dues(String kafka, String rule) {
        return TopicReader.read(kafka, Topic.OCCURRENCES).stream()
                .map(Recorded::change)
                .filter(OccurrenceDue.class::isInstance)
                .map(OccurrenceDue.class::cast)
                .filter(due -> due.seriesId().equals(rule))
                .toList();
    }
}
