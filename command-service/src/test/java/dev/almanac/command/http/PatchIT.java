package dev.almanac.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.command.OnRealParts;
import dev.almanac.command.RealParts;
import dev.almanac.testing.Api;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Changing a part of what something says, occurrences by themselves, and what the booker is told. */
@OnRealParts
class PatchIT {
    private static final Instant MORNING = Instant.parse("2026-03-10T09:00:00Z");

    @LocalServerPort
    private int port;

    private Api api;

    @BeforeEach
    void connect() {
        api = new Api(port, RealParts.token("ana", "manager"));
    }

    private ResponseSpec patch(String path, Map<String, ? extends @Nullable Object> body) {
        return api.http()
                .patch()
                .uri(path)
                .contentType(MediaType.valueOf("application/merge-patch+json"))
                .bodyValue(body)
                .exchange();
    }

    @Test
    void a_patch_changes_what_it_names_and_nothing_else() {
        String calendar = api.created("/calendars", Api.calendar("Hall", 3));
        Map<String, Object> weekly = Api.event(calendar, "Talk", MORNING, 60);
        weekly.put("recurrence", Map.of("rrule", "FREQ=WEEKLY;COUNT=3"));
        weekly.put("description", "Long");
        String series = api.created("/schedules", weekly);

        patch("/schedules/" + series, Map.of("title", "Better talk"))
                .expectStatus()
                .isOk();
        // Had the recurrence gone, there would be no such occurrence.
        api.post("/schedules/" + series + "@20260317T100000/confirm", Map.of())
                .expectStatus()
                .isOk();
        patch("/schedules/" + series, Map.of("titel", "Typo"))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors.titel")
                .exists();
        patch("/schedules/" + series, java.util.Collections.singletonMap("title", null))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors.title[0]")
                .isEqualTo("is required");
        // As a whole: the pattern takes the place of the RRULE.
        patch("/schedules/" + series, Map.of("recurrence", Map.of("cron", "0 10 * * 2", "count", 2)))
                .expectStatus()
                .isOk();
        patch("/calendars/" + calendar, Map.of("name", "Great hall"))
                .expectStatus()
                .isOk();
        // Its capacity is still three.
        for (int i = 0; i < 2; i++) {
            api.post("/schedules", Api.event(calendar, "Parallel " + i, MORNING, 60))
                    .expectStatus()
                    .isCreated();
        }
        patch("/schedules/none", Map.of("title", "Nobody's")).expectStatus().isNotFound();
    }

    @Test
    void one_occurrence_is_changed_confirmed_taken_off_and_brought_back() {
        String calendar = api.created("/calendars", Api.calendar("Hall", 1));
        Map<String, Object> weekly = Api.event(calendar, "Talk", MORNING, 60);
        weekly.put("recurrence", Map.of("rrule", "FREQ=WEEKLY;COUNT=3"));
        String second = api.created("/schedules", weekly) + "@20260317T100000";

        patch("/schedules/" + second, Map.of("title", "Special guest", "location", "Loft"))
                .expectStatus()
                .isOk();
        api.put(
                        "/schedules/" + second,
                        Api.event(calendar, "Another guest", MORNING.plusSeconds(7 * 86_400 + 3600), 90))
                .expectStatus()
                .isOk();
        api.post("/schedules/" + second + "/confirm", Map.of("reason", "agreed"))
                .expectStatus()
                .isOk();
        api.post("/schedules/" + second + "/unschedule", Map.of("reason", "ill"))
                .expectStatus()
                .isOk();
        // The slot is free meanwhile.
        String other = api.created("/schedules", Api.event(calendar, "Gap", MORNING.plusSeconds(7 * 86_400), 60));
        api.post(
                        "/schedules/" + second + "/reschedule",
                        Map.of(
                                "newStartDateTime",
                                MORNING.plusSeconds(7 * 86_400).toString()))
                .expectStatus()
                .isEqualTo(409);
        api.delete("/schedules/" + other).expectStatus().isOk();
        api.post(
                        "/schedules/" + second + "/reschedule",
                        Map.of(
                                "newStartDateTime",
                                MORNING.plusSeconds(7 * 86_400).toString()))
                .expectStatus()
                .isOk();
    }

    @Test
    void what_a_get_answers_beside_the_fields_is_passed_over() {
        String calendar = api.created("/calendars", Api.calendar("Hall", 1));
        String event = api.created("/schedules", Api.event(calendar, "Talk", MORNING, 60));
        Map<String, Object> read = Api.event(calendar, "Talk, again", MORNING, 60);
        read.putAll(Map.of(
                "id",
                event,
                "scheduleId",
                event,
                "version",
                0,
                "localStart",
                "2026-03-10T10:00:00+01:00",
                "status",
                "SCHEDULED",
                "conflictLevel",
                "NONE",
                "conflicts",
                List.of(),
                "createdBy",
                "ana"));
        api.put("/schedules/" + event, read).expectStatus().isOk();
    }

    @Test
    void a_local_time_beside_its_zone_is_an_instant_and_the_answer_says_how_a_gap_was_read() {
        String calendar = api.created("/calendars", Api.calendar("Hall", 1));
        Map<String, Object> body = Api.event(calendar, "Early", MORNING, 60);
        body.put("startDateTime", "2026-03-29T02:30:00");
        body.put("endDateTime", "2026-03-29T04:30:00");
        Map<?, ?> answer = api.answer("/schedules", body);
        assertThat(String.valueOf(answer.get("warnings"))).contains("2026-03-29T03:30+02:00");
        assertThat(String.valueOf(answer.get("occurrences"))).contains("2026-03-29T01:30:00Z");
    }

    @Test
    void an_admin_by_share_may_change_a_calendar_but_not_take_it_over() {
        String calendar = api.created("/calendars", Api.calendar("Hall", 1));
        api.share(calendar, "zara", "ADMIN");
        Api zara = new Api(port, RealParts.token("zara", "customer"));
        Map<String, Object> renamed = Api.calendar("Zara's hall", 1);
        zara.put("/calendars/" + calendar, renamed).expectStatus().isOk();
        renamed.put("ownerId", "zara");
        zara.put("/calendars/" + calendar, renamed).expectStatus().isForbidden();
        new Api(port, RealParts.token("root", "admin"))
                .put("/calendars/" + calendar, renamed)
                .expectStatus()
                .isOk();
    }

    @Test
    void free_slots_keep_as_far_from_an_outage_as_a_check_does() {
        String calendar = api.created("/calendars", Api.calendar("Hall", 1));
        String dora = api.created("/resources", Map.of("name", "Dora", "resourceType", "STAFF"));
        api.post(
                        "/resources/" + dora + "/availability/mark-unavailable",
                        Map.of(
                                "startDateTime", MORNING.toString(),
                                "endDateTime", MORNING.plusSeconds(7200).toString()))
                .expectStatus()
                .isOk();
        Map<String, Object> body = Api.event(calendar, "Recital", MORNING, 60);
        body.put("resources", List.of(Map.of("resourceId", dora)));
        api.post("/schedules", body)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.freeSlots[0].startDateTime")
                .isEqualTo(MORNING.minusSeconds(5400).toString());
    }

    @Test
    void an_outage_is_said_in_local_times_too() {
        String eva = api.created("/resources", Map.of("name", "Eva", "resourceType", "STAFF"));
        String path = "/resources/" + eva + "/availability/mark-unavailable";
        Map<String, Object> local = new HashMap<>(Map.of(
                "startDateTime", "2031-03-30T02:30",
                "endDateTime", "2031-03-30T12:00",
                "timeZone", "Europe/Berlin"));
        api.post(path, local)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.warnings[0]")
                .value(note -> assertThat(String.valueOf(note))
                        .contains("startDateTime", "skipped", "2031-03-30T03:30+02:00"));
        local.remove("timeZone");
        api.post(path, local)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors.startDateTime[0]")
                .isNotEmpty();
        local.put("timeZone", "Mars/Olympus");
        api.post(path, local)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors.timeZone[0]")
                .isNotEmpty();
    }

    @Test
    void a_resource_that_is_out_is_not_booked_and_the_answer_says_when_it_could_be() {
        String calendar = api.created("/calendars", Api.calendar("Hall", 1));
        String clara = api.created("/resources", Map.of("name", "Clara", "resourceType", "STAFF"));
        api.post(
                        "/resources/" + clara + "/availability/mark-unavailable",
                        Map.of(
                                "startDateTime", MORNING.toString(),
                                "endDateTime", MORNING.plusSeconds(7200).toString(),
                                "reason", "flu"))
                .expectStatus()
                .isOk();
        Map<String, Object> body = Api.event(calendar, "Recital", MORNING.plusSeconds(3600), 60);
        body.put("resources", List.of(Map.of("resourceId", clara)));
        api.post("/schedules", body)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:scheduling:problem:time-slot-unavailable")
                .jsonPath("$.conflictingEvents[0].title")
                .value(title -> assertThat(String.valueOf(title)).contains("flu"))
                .jsonPath("$.freeSlots[0].startDateTime")
                .isEqualTo(MORNING.plusSeconds(7200).toString());

        Map<String, Object> overridden = new HashMap<>(body);
        overridden.put("override", Map.of("reason", "she comes anyway"));
        api.post("/schedules", overridden).expectStatus().isCreated();

        body.put("startDateTime", MORNING.plusSeconds(7200 + 300).toString());
        body.put("endDateTime", MORNING.plusSeconds(7200 + 3900).toString());
        assertThat(String.valueOf(api.answer("/schedules", body).get("warnings")))
                .contains("SCH-032");
        api.post(
                        "/resources/" + clara + "/availability/mark-available",
                        Map.of(
                                "startDateTime",
                                MORNING.toString(),
                                "endDateTime",
                                MORNING.plusSeconds(7200).toString()))
                .expectStatus()
                .isOk();
        body.put("startDateTime", MORNING.toString());
        body.put("endDateTime", MORNING.plusSeconds(3600).toString());
        api.post("/schedules", body).expectStatus().isCreated();
    }

    @Test
    void the_booker_is_told_that_a_calendar_is_nearly_full_and_its_keeper_that_it_is_too_small() {
        String calendar = api.created("/calendars", Api.calendar("Hall", 5));
        for (int i = 0; i < 3; i++) {
            assertThat(api.answer("/schedules", Api.event(calendar, "Talk " + i, MORNING, 60))
                            .get("warnings"))
                    .isNull();
        }
        assertThat(String.valueOf(api.answer("/schedules", Api.event(calendar, "Fourth", MORNING, 60))
                        .get("warnings")))
                .contains("4 of 5");
        api.put("/calendars/" + calendar, Api.calendar("Hall", 2))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.warnings[0]")
                .value(warning ->
                        assertThat(String.valueOf(warning)).contains("4").contains("2"));
    }

    @Test
    void a_share_is_taken_back_within_five_minutes_unless_it_was_changed_since() {
        String calendar = api.created("/calendars", Api.calendar("Hall", 1));
        api.share(calendar, "zoe", "VIEW");
        String raised = changeId(api.put("/calendars/" + calendar + "/shares/zoe", Map.of("level", "EDIT")));
        Api zoe = new Api(port, RealParts.token("zoe", "customer"));
        zoe.post("/schedules", Api.event(calendar, "Mine", MORNING, 60))
                .expectStatus()
                .isCreated();
        zoe.post("/changes/" + raised + "/undo", Map.of()).expectStatus().isForbidden();

        api.post("/changes/" + raised + "/undo", Map.of()).expectStatus().isOk();
        zoe.post("/schedules", Api.event(calendar, "Mine", MORNING.plusSeconds(7200), 60))
                .expectStatus()
                .isForbidden();
        api.post("/changes/" + raised + "/undo", Map.of()).expectStatus().isEqualTo(422);
        api.post("/changes/nobody/undo", Map.of()).expectStatus().isNotFound();
    }

    @Test
    void a_move_says_from_where_to_where_and_until_when_it_can_be_undone_and_a_split_what_it_made() {
        String calendar = api.created("/calendars", Api.calendar("Hall", 1));
        Map<String, Object> weekly = Api.event(calendar, "Talk", MORNING, 60);
        weekly.put("recurrence", Map.of("rrule", "FREQ=WEEKLY;COUNT=4"));
        String series = api.created("/schedules", weekly);

        api.post(
                        "/schedules/" + series + "@20260317T100000/reschedule",
                        Map.of("newStartDateTime", "2026-03-18T11:00:00", "timeZone", "Europe/Berlin"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.id")
                .isEqualTo(series)
                .jsonPath("$.oldStartDateTime")
                .isEqualTo("2026-03-17T09:00:00Z")
                .jsonPath("$.newStartDateTime")
                .isEqualTo("2026-03-18T10:00:00Z")
                .jsonPath("$.newLocalStart")
                .isEqualTo("2026-03-18T11:00:00+01:00")
                .jsonPath("$.undoableUntil")
                .isNotEmpty();
        api.post(
                        "/schedules/" + series + "@20260324T100000/reschedule",
                        Map.of(
                                "newStartDateTime",
                                MORNING.plusSeconds(15 * 86_400).toString(),
                                "scope",
                                "THIS_AND_FOLLOWING",
                                "reason",
                                "room repaired"))
                .expectStatus()
                .isOk()
                .expectHeader()
                .value("Location", location -> assertThat(location).startsWith("/api/v1/schedules/"))
                .expectBody()
                .jsonPath("$.newSeriesId")
                .isNotEmpty()
                .jsonPath("$.oldStartDateTime")
                .isEqualTo("2026-03-24T09:00:00Z");
    }

    @Test
    void a_rule_is_patched_and_a_cron_that_counts_runs_as_often_as_it_says() {
        Map<String, Object> rule = new HashMap<>(Map.of(
                "name", "Nightly",
                "recurrence", Map.of("cron", "0 9 * * *", "count", 2),
                "start", "2026-03-10T00:00:00",
                "timeZone", "UTC",
                "queue", "night",
                "jobTemplate", Map.of("type", "report", "priority", 2)));
        Map<?, ?> created = api.answer("/schedules/rules", rule);
        assertThat(created.get("nextRun")).isEqualTo("2026-03-10T09:00:00Z");
        String path = "/schedules/rules/" + created.get("id");
        patch(path, Map.of("jobTemplate", Map.of("timeoutSeconds", 60), "recurrence", Map.of("every", "PT2H")))
                .expectStatus()
                .isOk();
        patch(path, Map.of("jobTemplate", Map.of("priority", 11)))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors['jobTemplate.priority']")
                .exists();
    }

    private static String changeId(ResponseSpec answer) {
        Map<?, ?> body = answer.expectStatus()
                .isOk()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        return String.valueOf(java.util.Objects.requireNonNull(body).get("changeId"));
    }

    @Test
    void whoever_prefers_it_is_answered_what_was_written() {
        String calendar = api.created("/calendars", Api.calendar("Hall", 1));
        Map<String, Object> body = Api.event(calendar, "Talk", MORNING, 60);
        body.put("recurrence", Map.of("rrule", "FREQ=WEEKLY;COUNT=3"));
        Map<?, ?> written = preferring("POST", "/schedules", body, "return=representation");
        assertThat(written.get("title")).isEqualTo("Talk");
        assertThat(written.get("calendarId")).isEqualTo(calendar);
        assertThat(written.get("version")).isEqualTo(0);
        assertThat(String.valueOf(written.get("recurrence"))).contains("FREQ=WEEKLY");

        String occurrence = written.get("id") + "@20260317T100000";
        Map<?, ?> moved = preferring(
                "POST",
                "/schedules/" + occurrence + "/reschedule",
                Map.of("newStartDateTime", MORNING.plusSeconds(8 * 86_400).toString()),
                "respond-async, Return=\"representation\"");
        assertThat(moved.get("title")).isEqualTo("Talk");
        assertThat(moved.get("newLocalStart")).isNotNull();
        assertThat(preferring("PATCH", "/calendars/" + calendar, Map.of("name", "Loft"), "return=representation")
                        .get("name"))
                .isEqualTo("Loft");
        assertThat(preferring(
                                "POST",
                                "/resources",
                                Map.of("name", "Clara", "resourceType", "STAFF"),
                                "return=representation")
                        .get("resourceType"))
                .isEqualTo("STAFF");
        Map<?, ?> rule = preferring("POST", "/schedules/rules", Api.nightly("night"), "return=representation");
        assertThat(rule.get("queue")).isEqualTo("night");
        assertThat(rule.get("start")).isNotNull();
        assertThat(rule.get("nextRun")).isNotNull();
    }

    private Map<?, ?> preferring(String method, String path, Object body, String preference) {
        Map<?, ?> answer = api.http()
                .method(HttpMethod.valueOf(method))
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .header("Prefer", preference)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .is2xxSuccessful()
                .expectHeader()
                .valueEquals("Preference-Applied", "return=representation")
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        return Objects.requireNonNull(answer);
    }
}
