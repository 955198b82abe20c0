package dev.almanac.query.events.pages;

import static dev.almanac.query.support.RealParts.ISSUER;
import static dev.almanac.query.support.RealParts.PATIENCE;
import static dev.almanac.testing.Examples.ZONE;
import static dev.almanac.testing.Examples.at;
import static dev.almanac.testing.Examples.calendar;
import static dev.almanac.testing.Examples.id;
import static dev.almanac.testing.Examples.occurrence;
import static dev.almanac.testing.Examples.occurrenceId;
import static org.awaitility.Awaitility.await;

import dev.almanac.events.conflict.ConflictChange.ConflictDismissed;
import dev.almanac.events.conflict.ConflictChange.ScheduleConflictDetected;
import dev.almanac.events.conflict.ConflictLevel;
import dev.almanac.events.conflict.ConflictType;
import dev.almanac.events.schedule.Booking;
import dev.almanac.events.schedule.Companion;
import dev.almanac.events.schedule.EventDetails;
import dev.almanac.events.schedule.ScheduleChange.EventRemovedFromCalendar;
import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceCancelled;
import dev.almanac.events.schedule.ScheduleStatus;
import dev.almanac.query.support.HallAndVault;
import dev.almanac.query.support.OnRealParts;
import dev.almanac.recurrence.Cron;
import dev.almanac.testing.Api;
import dev.almanac.testing.Feeder;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages of a month and a day, as somebody sees them who owns two calendars. */
@OnRealParts
class PagesIT {
    private static final Duration TWO_HOURS = Duration.ofHours(2);

    private final String own = "-" + id();
    private final String hall = "hall" + own;
    private final String studio = "studio" + own;
    private final String vault = "vault" + own;
    private final String owner = "olga" + own;

    @Autowired
    private Feeder feeder;

    @Autowired
    private Api api;

    private Api hers;

    @BeforeEach
    void open() {
        hers = api.as(ISSUER.token(owner, "customer"));
        feeder.store(calendar(hall, "Hall", owner));
        feeder.store(calendar(studio, "Studio", owner));
        feeder.store(calendar(vault, "Vault", "somebody"));
    }

    @Test
    void a_month_counts_the_events_of_each_day_by_category_over_all_calendars_that_the_reader_sees() {
        feeder.store(event("core", hall, "03T09:00", "03T10:00", "Core"));
        feeder.store(event("juice", hall, "03T10:00", "03T11:00", "Juicer"));
        feeder.store(event("more", studio, "03T10:00", "03T11:00", "Core"));
        feeder.store(event("plain", studio, "03T10:00", "03T11:00", null));
        feeder.store(event("late", studio, "10T22:30", "11T00:30", "Core"));
        long position = feeder.store(event("secret", vault, "03T10:00", "03T11:00", "Core"));

        hers.get("/calendar/2026/3?timeZone=Europe/Berlin", position)
                .jsonPath("$.days.length()")
                .isEqualTo(31)
                .jsonPath("$.timeZone")
                .isEqualTo("Europe/Berlin")
                .jsonPath("$.from")
                .isEqualTo("2026-02-28T23:00:00Z")
                .jsonPath("$.till")
                .isEqualTo("2026-03-31T22:00:00Z")
                .jsonPath("$.days[2].date")
                .isEqualTo("2026-03-03")
                .jsonPath("$.days[2].events")
                .isEqualTo(4)
                .jsonPath("$.days[2].categories.Core")
                .isEqualTo(2)
                .jsonPath("$.days[2].categories.Juicer")
                .isEqualTo(1)
                .jsonPath("$.days[2].categories.Other")
                .isEqualTo(1)
                // From half past eleven to half past one, in Berlin.
                .jsonPath("$.days[9].events")
                .isEqualTo(1)
                .jsonPath("$.days[10].events")
                .isEqualTo(1);
        hers.get("/calendar/2026/3?calendarId=" + studio)
                .jsonPath("$.timeZone")
                .isEqualTo(ZONE)
                .jsonPath("$.days[2].events")
                .isEqualTo(2);
        hers.get("/calendar/2026/3?calendarId=" + studio + "&calendarId=" + hall)
                .jsonPath("$.timeZone")
                .isEqualTo("Z")
                .jsonPath("$.days[2].events")
                .isEqualTo(4)
                .jsonPath("$.days[9].events")
                .isEqualTo(1)
                .jsonPath("$.days[10].events")
                .isEqualTo(1);
        hers.problem("/calendar/2026/3?calendarId=" + hall + "&calendarId=" + vault, 404, "not-found");
    }

    @Test
    void days_are_23_or_25_hours_long_where_the_clocks_change() {
        feeder.store(event("first", hall, "28T23:00", "28T23:30", "Core"));
        feeder.store(event("last", hall, "29T21:30", "29T22:00", "Core"));
        long position = feeder.store(event("next", hall, "29T22:00", "29T22:30", "Core"));

        hers.get("/calendar/day/2026-03-29?timeZone=Europe/Berlin", position)
                .jsonPath("$.from")
                .isEqualTo("2026-03-28T23:00:00Z")
                .jsonPath("$.till")
                .isEqualTo("2026-03-29T22:00:00Z")
                .jsonPath("$.groups[*].events[*].scheduleId")
                .isEqualTo(List.of("first" + own, "last" + own))
                .jsonPath("$.groups[0].events[1].localStart")
                .isEqualTo("2026-03-29T23:30:00+02:00");
        hers.get("/calendar/2026/3?timeZone=Europe/Berlin")
                .jsonPath("$.days[28].events")
                .isEqualTo(2)
                .jsonPath("$.days[29].events")
                .isEqualTo(1);
        hers.get("/calendar/day/2026-10-25?timeZone=Europe/Berlin")
                .jsonPath("$.from")
                .isEqualTo("2026-10-24T22:00:00Z")
                .jsonPath("$.till")
                .isEqualTo("2026-10-25T23:00:00Z");
        hers.get("/calendar/day/2011-12-30?timeZone=Pacific/Apia")
                .jsonPath("$.events")
                .isEqualTo(0);
    }

    @Test
    void a_month_counts_conflicts_that_somebody_still_has_to_act_on() {
        feeder.store(event("one", hall, "03T09:00", "03T10:00", "Core"));
        feeder.store(event("other", hall, "03T09:00", "03T10:00", "Core"));
        feeder.derive(conflict("open"));
        feeder.derive(conflict("dismissed"));
        long position = feeder.store(new ConflictDismissed("dismissed" + own, 0, null, "ana", at("01T10:04")));

        await().atMost(PATIENCE)
                .untilAsserted(() -> hers.get("/calendar/2026/3", position)
                        .jsonPath("$.days[2].openConflicts")
                        .isEqualTo(1)
                        .jsonPath("$.days[3].openConflicts")
                        .isEqualTo(0));
        hers.get("/calendar/day/2026-03-03", position)
                .jsonPath("$.openConflicts")
                .isEqualTo(1)
                .jsonPath("$.groups[0].events[0].conflictLevel")
                .isEqualTo("CRITICAL");
    }

    @Test
    void a_day_shows_each_event_with_the_one_that_it_goes_with() {
        feeder.store(event("watch", studio, "03T11:00", "03T12:00", "Supervisor"));
        feeder.store(primary("with", "03T09:00", "watch"));
        feeder.store(event("off", studio, "03T11:00", "03T12:00", "Supervisor"));
        feeder.store(new EventRemovedFromCalendar("off" + own, studio, "ana", null, true));
        feeder.store(primary("without", "03T10:00", "off"));
        feeder.store(event("gone", studio, "03T11:00", "03T12:00", "Supervisor"));
        feeder.store(new EventRemovedFromCalendar("gone" + own, studio, "ana", null, false));
        feeder.store(primary("left", "03T11:00", "gone"));
        feeder.store(primary("never", "03T12:00", "nobody"));
        feeder.store(event("hidden", vault, "03T15:00", "03T16:00", "Supervisor"));
        long position = feeder.store(primary("elsewhere", "03T13:00", "hidden"));

        hers.get("/calendar/day/2026-03-03", position)
                .jsonPath("$.groups[*].category")
                .isEqualTo(List.of("Core", "Supervisor"))
                .jsonPath("$.groups[0].count")
                .isEqualTo(5)
                .jsonPath("$.groups[0].events[*].pair.exists")
                .isEqualTo(List.of(true, true, false, false, true))
                .jsonPath("$.groups[0].events[*].pair.scheduled")
                .isEqualTo(List.of(true, false, false, false))
                .jsonPath("$.groups[0].events[*].pair.startDateTime")
                .isEqualTo(List.of("2026-03-03T11:00:00Z"))
                .jsonPath("$.groups[0].events[4].pair.scheduled")
                .doesNotExist()
                .jsonPath("$.groups[1].events[0].pair.role")
                .isEqualTo("PRIMARY")
                .jsonPath("$.groups[1].events[0].pair.startDateTime")
                .isEqualTo("2026-03-03T09:00:00Z");
        hers.get("/calendar/2026/3")
                .jsonPath("$.days[2].unscheduledCompanions[*].eventId")
                .isEqualTo(List.of("without" + own, "left" + own, "never" + own))
                .jsonPath("$.days[2].unscheduledCompanions[*].exists")
                .isEqualTo(List.of(true, false, false))
                .jsonPath("$.days[3].unscheduledCompanions.length()")
                .isEqualTo(0);
    }

    @Test
    void occurrences_of_a_series_go_with_the_occurrences_of_another() {
        String daily = "daily" + own;
        String watch = "watch" + own;
        feeder.store(series("watch", studio, "05T11:00", "05T12:00", "0 12 * * *", List.of()));
        feeder.store(
                series("daily", hall, "05T09:00", "05T10:00", "0 10 * * *", List.of(new Companion(watch, TWO_HOURS))));
        feeder.derive(occurrence(daily, hall, "05T09:00", "05T10:00"));
        feeder.derive(occurrence(daily, hall, "06T09:00", "06T10:00"));
        long position = feeder.store(new OccurrenceCancelled(watch, occurrenceId(watch, "06T12:00"), "ill", "ana"));

        await().atMost(PATIENCE)
                .untilAsserted(() -> hers.get("/calendar/2026/3", position)
                        .jsonPath("$.days[4].events")
                        .isEqualTo(1)
                        .jsonPath("$.days[5].unscheduledCompanions[0].eventId")
                        .isEqualTo(occurrenceId(daily, "06T09:00"))
                        .jsonPath("$.days[4].unscheduledCompanions.length()")
                        .isEqualTo(0));
        hers.get("/calendar/day/2026-03-05")
                .jsonPath("$.groups[0].events[0].pair.startDateTime")
                .isEqualTo("2026-03-05T11:00:00Z");
    }

    @Test
    void a_stranger_sees_nothing_and_whoever_has_a_share_sees_what_is_shared() {
        HallAndVault rooms = new HallAndVault(feeder, api);
        rooms.visible("/calendar/day/2026-03-03").jsonPath("$.events").isEqualTo(2);
        rooms.stranger("/calendar/day/2026-03-03").jsonPath("$.events").isEqualTo(0);
        rooms.stranger("/calendar/2026/3").jsonPath("$.days[2].events").isEqualTo(0);
        rooms.as(rooms.subject(HallAndVault.Relation.STRANGER), "customer")
                .request("/calendar/2026/3?calendarId=" + rooms.hall(), rooms.position())
                .expectStatus()
                .isNotFound();
    }

    @Test
    void a_page_that_cannot_be_is_refused_by_name_and_one_that_the_client_has_is_not_sent_again() {
        hers.invalid("/calendar/2026/13", "month");
        hers.invalid("/calendar/0/1", "year");
        hers.invalid("/calendar/10000/1", "year");
        hers.invalid("/calendar/2026/march", "month");
        hers.invalid("/calendar/day/tomorrow", "date");
        hers.invalid("/calendar/day/2026-03-03?timeZone=Mars/Olympus", "timeZone");
        hers.invalid("/calendar/2026/3?calendarId=" + "c" + ids(101), "calendarId");
        String tag = String.valueOf(hers.request("/calendar/2026/3", null)
                .expectBody()
                .returnResult()
                .getResponseHeaders()
                .getETag());
        hers.http()
                .get()
                .uri("/calendar/2026/3")
                .header("If-None-Match", tag)
                .exchange()
                .expectStatus()
                .isNotModified();
    }

    /** So many ids, none twice. */
    private static String ids(int many) {
        StringBuilder ids = new StringBuilder();
        for (int i = 0; i < many; i++) {
            ids.append(",c").append(i);
        }
        return ids.toString();
    }

    private EventScheduledOnCalendar event(
            String name, String calendarId, String start, String end, @Nullable String category) {
        Booking booking = new Booking(calendarId, at(start), at(end), ZONE, null);
        return booked(name, booking, category, List.of());
    }

    private EventScheduledOnCalendar primary(String name, String start, String companion) {
        Booking booking = new Booking(hall, at(start), at(start).plusSeconds(3600), ZONE, null);
        return booked(name, booking, "Core", List.of(new Companion(companion + own, TWO_HOURS)));
    }

    private EventScheduledOnCalendar series(
            String name, String calendarId, String start, String end, String cron, List<Companion> companions) {
        Booking booking = new Booking(calendarId, at(start), at(end), ZONE, new Cron(cron));
        return booked(name, booking, "Core", companions);
    }

    private EventScheduledOnCalendar booked(
            String name, Booking booking, @Nullable String category, List<Companion> companions) {
        EventDetails details =
                new EventDetails(null, name, null, null, category, 5, List.of(), List.of(), false, companions);
        return new EventScheduledOnCalendar(name + own, booking, details, ScheduleStatus.SCHEDULED, "ana");
    }

    private ScheduleConflictDetected conflict(String name) {
        return new ScheduleConflictDetected(
                name + own,
                "one" + own,
                "other" + own,
                ConflictType.VENUE_CONFLICT,
                ConflictLevel.CRITICAL,
                hall,
                null,
                at("03T09:00"),
                at("03T10:00"),
                at("01T00:00"),
                null);
    }
}
