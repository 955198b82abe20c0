package dev.almanac.query.history.change;

import static dev.almanac.query.support.RealParts.ISSUER;
import static dev.almanac.testing.Examples.calendar;
import static dev.almanac.testing.Examples.event;
import static dev.almanac.testing.Examples.id;
import static dev.almanac.testing.Examples.moved;
import static dev.almanac.testing.Examples.occurrenceId;
import static dev.almanac.testing.Examples.series;

import dev.almanac.events.calendar.CalendarChange.CalendarShared;
import dev.almanac.events.calendar.CalendarChange.FeedTokenCreated;
import dev.almanac.events.calendar.ShareLevel;
import dev.almanac.events.schedule.ScheduleChange.ChangeUndone;
import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceCancelled;
import dev.almanac.query.support.HallAndVault;
import dev.almanac.query.support.HallAndVault.Relation;
import dev.almanac.query.support.OnRealParts;
import dev.almanac.testing.Api;
import dev.almanac.testing.Feeder;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;

/** One change, before and after. */
@OnRealParts
class ChangeIT {
    private final String calendar = "cal-" + id();

    @Autowired
    private Feeder feeder;

    @Autowired
    private Api api;

    @Test
    void tells_of_a_move_what_was_before_and_after_and_that_it_was_taken_back() {
        feeder.store(calendar(calendar, "Hall"));
        EventScheduledOnCalendar talk = event(id(), calendar, "Talk", "03T09:00", "03T10:00");
        feeder.store(talk);
        feeder.store(moved(talk, "04T09:00", "04T10:00"));
        String move = talk.scheduleId() + "-1";
        long position = feeder.store(new ChangeUndone(talk.scheduleId(), move, "bob"));

        api.get("/changes/" + move, position)
                .jsonPath("$.changeId")
                .isEqualTo(move)
                .jsonPath("$.type")
                .isEqualTo("EventRescheduled.v1")
                .jsonPath("$.subject")
                .isEqualTo(talk.scheduleId())
                .jsonPath("$.by")
                .isEqualTo("ana")
                .jsonPath("$.reason")
                .isEqualTo("clash")
                .jsonPath("$.change.newStartDateTime")
                .isEqualTo("2026-03-04T09:00:00Z")
                .jsonPath("$.before.startDateTime")
                .isEqualTo("2026-03-03T09:00:00Z")
                .jsonPath("$.after.startDateTime")
                .isEqualTo("2026-03-04T09:00:00Z")
                .jsonPath("$.undoneBy")
                .isEqualTo(talk.scheduleId() + "-2");
        api.get("/changes/" + talk.scheduleId() + "-0").jsonPath("$.before").doesNotExist();
        api.problem("/changes/nothing", 404, "not-found");
    }

    @Test
    void tells_of_an_occurrence_how_it_departs_from_its_series() {
        feeder.store(calendar(calendar, "Hall"));
        EventScheduledOnCalendar standup = series(id(), calendar, "Standup", "05T09:00", "05T10:00");
        feeder.store(standup);
        long position = feeder.store(new OccurrenceCancelled(
                standup.scheduleId(), occurrenceId(standup.scheduleId(), "06T09:00"), "holiday", "ana"));

        api.get("/changes/" + standup.scheduleId() + "-1", position)
                .jsonPath("$.before.exception")
                .doesNotExist()
                .jsonPath("$.after.exception.cancelled")
                .isEqualTo(true);
    }

    @Test
    void tells_of_a_share_who_could_use_the_calendar_before_and_after() {
        feeder.store(calendar(calendar, "Hall"));
        long position = feeder.store(new CalendarShared(calendar, "zoe", ShareLevel.VIEW));

        api.get("/changes/" + calendar + "-1", position)
                .jsonPath("$.type")
                .isEqualTo("CalendarShared.v1")
                .jsonPath("$.before.shares.length()")
                .isEqualTo(0)
                .jsonPath("$.after.shares[0].subject")
                .isEqualTo("zoe");
    }

    @Test
    void what_a_token_of_a_feed_is_known_by_is_told_nobody() {
        feeder.store(calendar(calendar, "Hall"));
        long position = feeder.store(new FeedTokenCreated(calendar, "token-1", "5ec4e7", "phone", "ana", false));

        for (String path : new String[] {"/changes/" + calendar + "-1", "/calendars/" + calendar + "/history"}) {
            api.get(path, position)
                    .jsonPath("$..feedTokenId")
                    .isNotEmpty()
                    .jsonPath("$..tokenHash")
                    .isEmpty()
                    .jsonPath("$..hash")
                    .isEmpty();
        }
        api.as(ISSUER.token("root", "admin"))
                .get("/audit?subject=" + calendar + "&type=FeedTokenCreated")
                .jsonPath("$.items[0].change.feedTokenId")
                .isEqualTo("token-1")
                .jsonPath("$..tokenHash")
                .isEmpty();
    }

    @Test
    void whoever_may_not_see_the_subject_does_not_see_its_changes() {
        HallAndVault rooms = new HallAndVault(feeder, api);
        for (String own : new String[] {rooms.hall(), rooms.id("talk"), rooms.id("nightly"), rooms.id("in-the-hall")}) {
            rooms.visible("/changes/" + own + "-0").jsonPath("$.subject").isEqualTo(own);
            hidden(rooms, Relation.STRANGER, own);
        }
        for (String secret : new String[] {
            rooms.vault(),
            rooms.id("secret"),
            rooms.id("secret-rule"),
            rooms.id("on-the-beamer"),
            rooms.id("with-a-run")
        }) {
            hidden(rooms, Relation.OWNER, secret);
        }
    }

    @Test
    void what_workers_are_given_is_for_those_who_may_change_the_rule() {
        HallAndVault rooms = new HallAndVault(feeder, api);
        String created = "/changes/" + rooms.id("nightly") + "-0";
        String payload = "$.change.profile.jobTemplate.payload";
        rooms.get(rooms.subject(Relation.EDIT), "customer", created)
                .jsonPath(payload)
                .exists();
        rooms.visible(created)
                .jsonPath("$.change.profile.jobTemplate.type")
                .exists()
                .jsonPath(payload)
                .doesNotExist()
                .jsonPath("$.after.profile.jobTemplate.payload")
                .doesNotExist();
    }

    @Test
    void an_answer_that_the_client_has_is_not_sent_again() {
        long position = feeder.store(calendar(calendar, "Hall"));
        String path = "/changes/" + calendar + "-0";
        String tag = Objects.requireNonNull(api.request(path, position)
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseHeaders()
                .getETag());
        api.http()
                .get()
                .uri(path)
                .header(HttpHeaders.IF_NONE_MATCH, tag)
                .exchange()
                .expectStatus()
                .isNotModified();
    }

    private static void hidden(HallAndVault rooms, Relation relation, String subject) {
        rooms.as(rooms.subject(relation), "customer")
                .request("/changes/" + subject + "-0", rooms.position())
                .expectStatus()
                .isNotFound();
    }
}
