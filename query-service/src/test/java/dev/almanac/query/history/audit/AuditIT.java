package dev.almanac.query.history.audit;

import static dev.almanac.query.support.RealParts.ISSUER;
import static dev.almanac.testing.Examples.at;
import static dev.almanac.testing.Examples.calendar;
import static dev.almanac.testing.Examples.event;
import static dev.almanac.testing.Examples.id;
import static dev.almanac.testing.Examples.moved;
import static dev.almanac.testing.Examples.resource;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.calendar.CalendarChange.CalendarShared;
import dev.almanac.events.calendar.CalendarChange.OverbookingAllowedByOverride;
import dev.almanac.events.calendar.CalendarChange.OverbookingPreventedBySystem;
import dev.almanac.events.calendar.ShareLevel;
import dev.almanac.events.conflict.ConflictChange.ConflictDismissed;
import dev.almanac.events.conflict.ConflictChange.ScheduleConflictDetected;
import dev.almanac.events.conflict.ConflictLevel;
import dev.almanac.events.conflict.ConflictType;
import dev.almanac.events.schedule.ScheduleChange.ChangeUndone;
import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.query.support.HallAndVault;
import dev.almanac.query.support.HallAndVault.Relation;
import dev.almanac.query.support.OnRealParts;
import dev.almanac.testing.Api;
import dev.almanac.testing.Feeder;
import dev.almanac.testing.RuleExamples;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;

/** Who did what: what the audit tells, and to whom. */
@OnRealParts
class AuditIT {
    private final String own = "-" + id();
    private final String hall = "hall" + own;
    private final String owner = "olga" + own;
    private final String eva = "eva" + own;

    @Autowired
    private Feeder feeder;

    @Autowired
    private Api api;

    private Api admin;
    private EventScheduledOnCalendar talk;
    private long position;

    @BeforeEach
    void book() {
        admin = api.as(ISSUER.token("root", "admin"));
        talk = event("talk" + own, hall, "Talk", "03T09:00", "03T10:00");
        feeder.store(calendar(hall, "Hall", owner));
        feeder.store(new CalendarShared(hall, eva, ShareLevel.EDIT));
        feeder.storeTogether(eva, at("01T10:00"), talk);
        feeder.storeTogether(eva, at("01T10:01"), moved(talk, "04T09:00", "04T10:00"));
        feeder.store(
                new OverbookingPreventedBySystem(hall, "tea", at("03T09:00"), at("03T10:00"), eva, at("01T10:02")));
        feeder.store(new OverbookingAllowedByOverride(hall, "tea", "mona", "the mayor comes", at("01T10:03")));
        feeder.derive(new ScheduleConflictDetected(
                "clash" + own,
                talk.scheduleId(),
                "tea" + own,
                ConflictType.VENUE_CONFLICT,
                ConflictLevel.CRITICAL,
                hall,
                null,
                at("03T09:30"),
                at("03T10:00"),
                at("01T00:00"),
                null));
        feeder.store(new ConflictDismissed("clash" + own, 0, "they share", "ana", at("01T10:04")));
        feeder.store(RuleExamples.queued("nightly" + own, hall, "0 3 * * *"));
        position = feeder.store(new ChangeUndone(talk.scheduleId(), talk.scheduleId() + "-1", eva));
    }

    @Test
    void whoever_owns_a_calendar_reads_what_was_done_on_it_newest_first() {
        List<String> all = all(api.as(ISSUER.token(owner, "customer")), "/audit?limit=3");

        assertThat(all)
                .containsExactlyInAnyOrder(
                        "CalendarCreated.v1",
                        "CalendarShared.v1",
                        "EventScheduledOnCalendar.v1",
                        "EventRescheduled.v1",
                        "OverbookingPreventedBySystem.v1",
                        "OverbookingAllowedByOverride.v1",
                        "ScheduleConflictDetected.v1",
                        "ConflictDismissed.v1",
                        "RuleCreated.v1",
                        "ChangeUndone.v1");
        api.as(ISSUER.token(owner, "customer"))
                .get("/audit?actor=" + eva, position)
                .jsonPath("$.items[*].type")
                .isEqualTo(List.of("EventRescheduled.v1", "EventScheduledOnCalendar.v1"))
                .jsonPath("$.items[0].at")
                .isEqualTo("2026-03-01T10:01:00Z")
                .jsonPath("$.items[0].by")
                .isEqualTo(eva)
                .jsonPath("$.items[0].subject")
                .isEqualTo(talk.scheduleId())
                .jsonPath("$.items[0].calendarId")
                .isEqualTo(hall)
                .jsonPath("$.items[0].reason")
                .isEqualTo("clash")
                .jsonPath("$.items[0].correlationId")
                .isEqualTo("corr")
                .jsonPath("$.items[0].change.newStartDateTime")
                .isEqualTo("2026-03-04T09:00:00Z");
    }

    @Test
    void refusals_overrides_shares_and_undo_say_what_they_were() {
        String on = "/audit?calendarId=" + hall + "&type=";
        admin.get(on + "OverbookingPreventedBySystem", position)
                .jsonPath("$.items[*].outcome")
                .isEqualTo("REFUSED")
                .jsonPath("$.items[0].change.attemptedBy")
                .isEqualTo(eva);
        admin.get(on + "OverbookingAllowedByOverride.v1")
                .jsonPath("$.items[*].outcome")
                .isEqualTo("DONE")
                .jsonPath("$.items[0].reason")
                .isEqualTo("the mayor comes");
        admin.get(on + "CalendarShared")
                .jsonPath("$.items[*].change.sharedWith")
                .isEqualTo(eva);
        admin.get(on + "ChangeUndone")
                .jsonPath("$.items[*].undoes")
                .isEqualTo(talk.scheduleId() + "-1")
                .jsonPath("$.items[0].calendarId")
                .isEqualTo(hall);
        admin.get(on + "ConflictDismissed").jsonPath("$.items[*].reason").isEqualTo("they share");
    }

    @Test
    void an_admin_reads_everything_also_what_is_on_no_calendar() {
        String beamer = "beamer" + own;
        long registered = feeder.store(resource(beamer, "Beamer"));
        admin.get("/audit?subject=" + beamer, registered)
                .jsonPath("$.items[*].type")
                .isEqualTo("ResourceRegistered.v1")
                .jsonPath("$.items[0].calendarId")
                .doesNotExist();
        admin.get("/audit?subject=" + talk.scheduleId()
                        + "@20260303T100000&from=2026-03-01T11:00:00&timeZone=Europe/Berlin"
                        + "&till=2026-03-01T10:01:00Z")
                .jsonPath("$.items[*].type")
                .isEqualTo("EventScheduledOnCalendar.v1");
    }

    @Test
    void nobody_else_reads_anything() {
        HallAndVault rooms = new HallAndVault(feeder, api);
        String[] paths = {
            "/audit",
            "/audit?calendarId=" + rooms.hall(),
            "/audit?subject=" + rooms.id("talk"),
            "/audit?calendarId=" + rooms.vault()
        };
        for (String path : paths) {
            for (Relation relation : List.of(Relation.EDIT, Relation.VIEW, Relation.STRANGER)) {
                rooms.get(rooms.subject(relation), "staff", path)
                        .jsonPath("$.items.length()")
                        .isEqualTo(0)
                        .jsonPath("$.nextCursor")
                        .isEmpty();
            }
            rooms.get("mona", "manager", path).jsonPath("$.items.length()").isEqualTo(0);
        }
        for (Relation relation : List.of(Relation.OWNER, Relation.ADMIN)) {
            Api reader = rooms.as(rooms.subject(relation), "customer");
            position = rooms.position();
            assertThat(subjects(reader, "/audit?limit=1000"))
                    .contains(rooms.hall(), rooms.id("talk"), rooms.id("in-the-hall"), rooms.id("nightly"))
                    .doesNotContain(
                            rooms.vault(), rooms.id("secret"), rooms.id("secret-rule"), rooms.id("on-the-beamer"));
            reader.get("/audit?calendarId=" + rooms.vault())
                    .jsonPath("$.items.length()")
                    .isEqualTo(0);
        }
    }

    @Test
    void faulty_questions_are_refused_by_name() {
        admin.invalid("/audit?type=Nonsense", "type");
        admin.invalid("/audit?from=2026-03-02T00:00:00Z&till=2026-03-01T00:00:00Z", "till");
        admin.invalid("/audit?limit=0", "limit");
        admin.problem("/audit?cursor=x", 400, "bad-cursor");
    }

    @Test
    void an_answer_that_the_client_has_is_not_sent_again() {
        String path = "/audit?calendarId=" + hall;
        String tag = String.valueOf(admin.request(path, position)
                .expectBody()
                .returnResult()
                .getResponseHeaders()
                .getETag());
        admin.http()
                .get()
                .uri(path)
                .header(HttpHeaders.IF_NONE_MATCH, tag)
                .exchange()
                .expectStatus()
                .isNotModified();
    }

    /** Page by page, the newest of each page first. */
    private List<String> all(Api reader, String path) {
        List<String> types = new ArrayList<>();
        List<String> times = new ArrayList<>();
        Map<String, Object> page = reader.map(path, position);
        collect(page, types, times);
        for (int more = 0; page.get("nextCursor") != null && more < 20; more++) {
            page = reader.map(path + "&cursor=" + page.get("nextCursor"), position);
            collect(page, types, times);
        }
        assertThat(times).isSortedAccordingTo((one, other) -> other.compareTo(one));
        return types;
    }

    private static void collect(Map<String, Object> page, List<String> types, List<String> times) {
        for (Object item : items(page)) {
            types.add(String.valueOf(((Map<?, ?>) item).get("type")));
            times.add(String.valueOf(((Map<?, ?>) item).get("at")));
        }
    }

    private List<String> subjects(Api reader, String path) {
        return items(reader.map(path, position)).stream()
                .map(item -> String.valueOf(((Map<?, ?>) item).get("subject")))
                .toList();
    }

    private static List<?> items(Map<String, Object> page) {
        return (List<?>) Objects.requireNonNull(page.get("items"));
    }
}
