package dev.almanac.query.notifications;

import static dev.almanac.query.support.LiveStream.stream;
import static dev.almanac.query.support.RealParts.ISSUER;
import static dev.almanac.query.support.RealParts.PATIENCE;
import static dev.almanac.testing.Examples.calendar;
import static dev.almanac.testing.Examples.event;
import static dev.almanac.testing.Examples.id;
import static dev.almanac.testing.Examples.moved;
import static dev.almanac.testing.Examples.resource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.almanac.events.calendar.CalendarChange.CalendarShared;
import dev.almanac.events.calendar.CalendarChange.OverbookingAllowedByOverride;
import dev.almanac.events.calendar.ShareLevel;
import dev.almanac.events.conflict.ConflictChange.ScheduleConflictDetected;
import dev.almanac.events.conflict.ConflictChange.ScheduleConflictEscalated;
import dev.almanac.events.conflict.ConflictLevel;
import dev.almanac.events.conflict.ConflictType;
import dev.almanac.events.occurrence.OccurrenceChange.ReminderDue;
import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.query.support.OnRealParts;
import dev.almanac.testing.Api;
import dev.almanac.testing.Examples;
import dev.almanac.testing.Feeder;
import dev.almanac.testing.RuleExamples;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.Disposable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people hear of what happens, in the app. Changes are ana's, unless they are derived. */
@OnRealParts
class NotificationsIT {
    private static final JsonMapper JSON = new JsonMapper();
    private final String own = id();
    private final String owner = "owner-" + own;
    private final String friend = "friend-" + own;
    private final String hall = "hall-" + own;

    @Autowired
    private Feeder feeder;

    @Autowired
    private Api api;

    private Api as(String user) {
        return api.as(ISSUER.token(user, "customer"));
    }

    private JsonNode told(String user, String query) {
        return JSON.readTree(as(user).body("/notifications" + query)).get("items");
    }

    /** The latest of what somebody has been told, once it is as much. */
    private JsonNode latest(String user, int many) {
        return await().atMost(PATIENCE)
                .until(() -> told(user, ""), items -> items.size() >= many)
                .get(0);
    }

    private EventScheduledOnCalendar booked(String title) {
        EventScheduledOnCalendar event = event(title + own, hall, title, "03T09:00", "03T10:00");
        feeder.store(event);
        return event;
    }

    private void open() {
        feeder.store(calendar(hall, "Hall", owner));
    }

    private ScheduleConflictDetected conflict(String conflictId, String one, String other) {
        return new ScheduleConflictDetected(
                conflictId + own,
                one + own,
                other + own,
                ConflictType.TIME_OVERLAP,
                ConflictLevel.SEVERE,
                hall,
                null,
                Examples.at("03T09:00"),
                Examples.at("03T10:00"),
                Examples.at("01T00:00"),
                null);
    }

    @Test
    void the_owner_of_a_calendar_hears_that_another_moved_an_event_and_who_moved_it_does_not() {
        open();
        EventScheduledOnCalendar talk = booked("Talk");
        feeder.store(moved(talk, "03T14:00", "03T15:00"));

        JsonNode told = latest(owner, 1);
        assertThat(told.get("type").asString()).isEqualTo("EVENT_MOVED");
        assertThat(told.get("category").asString()).isEqualTo("NORMAL");
        assertThat(told.get("read").asBoolean()).isFalse();
        assertThat(told.get("text").asString())
                .startsWith("ana moved Talk from Tue 3 Mar 2026, 10:00 (Europe/Berlin) to Tue 3 Mar 2026, 15:00");
        assertThat(told.at("/notice/about/owner").asString()).isEqualTo(owner);
        assertThat(told.at("/notice/cause/changeType").asString()).isEqualTo("EventRescheduled.v1");
        assertThat(told.at("/links/0/href").asString()).isEqualTo("/api/v1/schedules/Talk" + own);
        assertThat(told("ana", "?calendarId=" + hall)).isEmpty();
    }

    @Test
    void a_share_an_override_and_a_conflict_are_told_to_those_whom_they_concern() {
        open();
        booked("Talk");
        booked("Tea");
        feeder.store(new CalendarShared(hall, friend, ShareLevel.VIEW));
        assertThat(latest(friend, 1).get("text").asString()).isEqualTo("ana shared the calendar Hall with you.");

        feeder.store(
                new OverbookingAllowedByOverride(hall, "Tea" + own, "ana", "the mayor comes", Examples.at("01T00:00")));
        JsonNode overridden = latest(owner, 1);
        assertThat(overridden.get("category").asString()).isEqualTo("CRITICAL");
        assertThat(overridden.at("/notice/cause/reason").asString()).isEqualTo("the mayor comes");

        feeder.derive(conflict("c", "Talk", "Tea"));
        JsonNode conflict = latest(owner, 2);
        assertThat(conflict.get("type").asString()).isEqualTo("CONFLICT_DETECTED");
        assertThat(conflict.at("/notice/about/otherTitle").asString()).isEqualTo("Tea");
        assertThat(conflict.at("/links/1/href").asString())
                .isEqualTo("/api/v1/schedules/conflicts/c" + own + "/review");
    }

    @Test
    void of_the_side_of_a_conflict_that_somebody_may_not_see_they_hear_nothing() {
        String vault = "vault-" + own;
        open();
        feeder.store(calendar(vault, "Vault", "keeper-" + own));
        feeder.store(resource("beamer" + own, "Beamer"));
        feeder.store(event("Talk" + own, hall, "Talk", "03T09:00", "03T10:00", "beamer" + own));
        feeder.store(event("Secret" + own, vault, "Secret", "03T09:00", "03T10:00", "beamer" + own));
        feeder.derive(new ScheduleConflictDetected(
                "b" + own,
                "Secret" + own,
                "Talk" + own,
                ConflictType.EQUIPMENT_CONFLICT,
                ConflictLevel.MODERATE,
                null,
                "beamer" + own,
                Examples.at("03T09:00"),
                Examples.at("03T10:00"),
                Examples.at("01T00:00"),
                null));

        assertThat(latest(owner, 1).toString()).contains("Talk").doesNotContain("Secret\"");
        assertThat(latest("keeper-" + own, 1).get("text").asString())
                .startsWith("Secret conflicts with another booking");
        feeder.store(new ScheduleConflictEscalated(
                "b" + own, 0, "judge-" + own, "nobody acts", "ana", Examples.at("04T00:00")));
        assertThat(latest("judge-" + own, 1).get("text").asString())
                .startsWith("Something conflicts with another booking"
                        .replace("Something conflicts", "The conflict of Something"));
    }

    @Test
    void a_conflict_that_is_detected_again_is_told_once() {
        open();
        booked("Talk");
        booked("Tea");
        feeder.derive(conflict("c", "Talk", "Tea"));
        feeder.derive(conflict("c", "Talk", "Tea"));
        feeder.store(new CalendarShared(hall, friend, ShareLevel.VIEW));

        latest(friend, 1);
        assertThat(told(owner, "")).hasSize(1);
    }

    @Test
    void a_missed_run_is_told_with_what_can_be_done_about_it_and_one_that_is_tried_again_is_not() {
        String rule = "rule-" + own;
        feeder.store(RuleExamples.queued(rule, hall, "0 3 * * *", owner));
        feeder.derive(RuleExamples.failed(rule, RuleExamples.NINE, 1, RuleExamples.NINE.plusSeconds(60)));
        feeder.derive(RuleExamples.missed(rule, RuleExamples.NINE, 2));

        JsonNode told = latest(owner, 1);
        assertThat(told.get("type").asString()).isEqualTo("RUN_MISSED");
        assertThat(told.get("links").valueStream().map(link -> link.get("rel").asString()))
                .containsExactly("OPEN", "APPROVE_BACKFILL", "RESCHEDULE", "DISCARD");
        assertThat(told(owner, "?type=RUN_FAILED")).isEmpty();
    }

    @Test
    void a_reminder_is_told_to_those_who_take_part_and_says_how_soon_it_starts() {
        open();
        EventScheduledOnCalendar talk = booked("Talk");
        feeder.derive(new ReminderDue(
                talk.scheduleId(),
                talk.scheduleId(),
                hall,
                talk.booking().startDateTime(),
                talk.booking().endDateTime(),
                Duration.ofMinutes(30),
                talk.booking().timeZone()));

        JsonNode told = latest(owner, 1);
        assertThat(told.get("type").asString()).isEqualTo("REMINDER");
        assertThat(told.get("text").asString())
                .isEqualTo("Talk starts in 30 minutes on Tue 3 Mar 2026, 10:00 (Europe/Berlin).");
        assertThat(told.at("/links/0/href").asString()).isEqualTo("/api/v1/schedules/Talk" + own);
        assertThat(told("ana", "?type=REMINDER&calendarId=" + hall)).hasSize(1);
    }

    @Test
    void what_was_read_comes_behind_what_was_not_and_counts_say_how_much_that_is() {
        open();
        for (String title : List.of("One", "Two", "Three")) {
            feeder.store(moved(booked(title), "03T14:00", "03T15:00"));
        }
        latest(owner, 3);
        Api reader = as(owner);
        String second = told(owner, "").get(1).get("id").asString();

        reader.post("/notifications/" + second + "/read", Map.of())
                .expectStatus()
                .isOk();
        assertThat(titles(told(owner, ""))).containsExactly("Three", "One", "Two");
        assertThat(titles(told(owner, "?unread=true"))).containsExactly("Three", "One");
        assertThat(titles(told(owner, "?unread=false"))).containsExactly("Two");
        assertThat(JSON.readTree(reader.body("/notifications/counts"))
                        .get("unread")
                        .asInt())
                .isEqualTo(2);
        reader.post("/notifications/" + second + "/unread", Map.of())
                .expectStatus()
                .isOk();
        assertThat(titles(told(owner, "?unread=true"))).containsExactly("Three", "Two", "One");

        reader.post("/notifications/read-all", Map.of())
                .expectBody()
                .jsonPath("$.unread")
                .isEqualTo(0);
        assertThat(titles(told(owner, ""))).containsExactly("Three", "Two", "One");
    }

    private static List<String> titles(JsonNode items) {
        return items.valueStream()
                .map(item -> item.at("/notice/about/title").asString())
                .toList();
    }

    @Test
    void pages_lead_from_what_is_unread_to_what_was_read() {
        open();
        for (String title : List.of("One", "Two", "Three", "Four")) {
            feeder.store(moved(booked(title), "03T14:00", "03T15:00"));
        }
        latest(owner, 4);
        Api reader = as(owner);
        for (int read : List.of(3, 2)) {
            String id = told(owner, "?unread=true").get(read - 1).get("id").asString();
            reader.post("/notifications/" + id + "/read", Map.of())
                    .expectStatus()
                    .isOk();
        }
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = JSON.readTree(reader.body("/notifications?limit=1" + cursor));
            seen.addAll(titles(page.get("items")));
            cursor = page.get("nextCursor").isNull()
                    ? ""
                    : "&cursor=" + page.get("nextCursor").asString();
        } while (!cursor.isEmpty());
        assertThat(seen).containsExactly("Four", "One", "Three", "Two");
    }

    @Test
    void nobody_reads_or_marks_what_another_has_been_told_whatever_their_role() {
        open();
        feeder.store(moved(booked("Talk"), "03T14:00", "03T15:00"));
        String told = latest(owner, 1).get("id").asString();

        Api admin = api.as(ISSUER.token("root", "admin"));
        admin.post("/notifications/" + told + "/read", Map.of()).expectStatus().isNotFound();
        assertThat(admin.body("/notifications")).doesNotContain(told);
        assertThat(told(owner, "?unread=true")).hasSize(1);
    }

    @Test
    void the_stream_brings_each_their_own() {
        open();
        List<String> owners = new ArrayList<>();
        List<String> managers = new ArrayList<>();
        Disposable one = stream(as(owner), "?type=NotificationRaised")
                .subscribe(event -> owners.add(String.valueOf(event.data())));
        Disposable other =
                stream(api, "?type=NotificationRaised").subscribe(event -> managers.add(String.valueOf(event.data())));
        try {
            await().atMost(PATIENCE).until(() -> !owners.isEmpty() && !managers.isEmpty());
            feeder.store(moved(booked("Talk"), "03T14:00", "03T15:00"));
            await().atMost(PATIENCE).until(() -> owners.stream().anyMatch(told -> told.contains("EVENT_MOVED")));
            assertThat(managers).noneMatch(told -> told.contains(owner));
        } finally {
            one.dispose();
            other.dispose();
        }
    }

    @Test
    void a_storm_becomes_a_few_notifications_and_one_that_counts_the_rest() {
        open();
        booked("Talk");
        for (int i = 0; i < 300; i++) {
            feeder.derive(conflict("c" + i + "-", "Talk", "Talk"));
        }
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            JsonNode items = told(owner, "");
            assertThat(items.size()).isBetween(11, 22);
            assertThat(items.valueStream()
                            .mapToInt(item -> item.get("count").asInt())
                            .sum())
                    .isEqualTo(300);
        });
        assertThat(told(owner, "")
                        .valueStream()
                        .filter(item -> item.get("count").asInt() > 1)
                        .findFirst()
                        .orElseThrow()
                        .get("text")
                        .asString())
                .endsWith(" conflicts were detected.");
    }
}
