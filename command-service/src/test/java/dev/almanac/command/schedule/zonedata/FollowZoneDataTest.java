package dev.almanac.command.schedule.zonedata;

import static dev.almanac.command.schedule.Given.changes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.command.access.Caller;
import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.command.schedule.Given;
import dev.almanac.command.schedule.model.Claims;
import dev.almanac.command.schedule.model.ZoneDrift;
import dev.almanac.command.schedule.zonedata.FollowZoneData.Obstacle;
import dev.almanac.events.TimeSlot;
import dev.almanac.events.schedule.Booking;
import dev.almanac.events.schedule.EventDetails;
import dev.almanac.events.schedule.ScheduleChange;
import dev.almanac.events.schedule.ScheduleChange.EventRescheduled;
import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceRescheduled;
import dev.almanac.events.schedule.ScheduleStatus;
import dev.almanac.events.schedule.ScheduledEvent;
import dev.almanac.events.schedule.ScheduledEvent.Booked;
import dev.almanac.recurrence.Every;
import dev.almanac.recurrence.Recurrence;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Booked in New York by data in which its clocks never changed: five hours behind all year. */
class FollowZoneDataTest {
    private static final String NEW_YORK = "America/New_York";
    private static final ZoneOffset BEFORE = ZoneOffset.ofHours(-5);
    private static final LocalDateTime SUMMER = LocalDateTime.parse("2026-06-10T09:00:00");

    @Test
    void an_event_keeps_its_local_time_and_its_length() {
        assertThat(changes(decide(event(SUMMER, SUMMER.plusHours(1)))))
                .containsExactly(new EventRescheduled(
                        "e",
                        at("2026-06-10T14:00:00Z"),
                        at("2026-06-10T15:00:00Z"),
                        at("2026-06-10T13:00:00Z"),
                        at("2026-06-10T14:00:00Z"),
                        NEW_YORK,
                        "Zone data 2026f",
                        false,
                        "command-service",
                        null,
                        SUMMER));
    }

    @Test
    void what_is_where_it_is_to_be_what_is_over_and_what_is_an_instant_stay() {
        LocalDateTime winter = LocalDateTime.parse("2026-12-10T09:00:00");
        LocalDateTime over = LocalDateTime.parse("2025-06-10T09:00:00");
        assertThat(changes(decide(event(winter, winter.plusHours(1))))).isEmpty();
        assertThat(changes(decide(event(over, over.plusHours(1))))).isEmpty();
        assertThat(changes(
                        decide(state(booking(SUMMER, SUMMER.plusHours(1), null).meant(null, null), false))))
                .isEmpty();
        assertThat(changes(decide((Booked) Given.event()))).isEmpty();
    }

    @Test
    void what_began_and_is_not_over_goes() {
        Booked night = event(LocalDateTime.parse("2026-06-10T09:00:00"), LocalDateTime.parse("2026-06-10T11:00:00"));
        Instant now = at("2026-06-10T15:00:00Z");
        assertThat(ZoneDrift.of(night, Map.of(), now)).hasSize(1);
        assertThat(ZoneDrift.of(night, Map.of(), at("2026-06-10T16:00:00Z"))).isEmpty();
    }

    @Test
    void whole_days_stay_whole_days() {
        LocalDateTime day = LocalDateTime.parse("2026-03-07T00:00:00");
        Booked days = state(booking(day, day.plusDays(2), null), true);
        assertThat(ZoneDrift.of(days, Map.of(), Given.NOW))
                .singleElement()
                .returns(new TimeSlot(at("2026-03-07T05:00:00Z"), at("2026-03-09T04:00:00Z")), ZoneDrift::to);
    }

    /** 8 March 2026, when New York's clocks leap from 02:00 to 03:00. */
    @Test
    void what_the_clocks_skip_by_now_is_late() {
        LocalDateTime skipped = LocalDateTime.parse("2026-03-08T02:30:00");
        assertThat(changes(decide(event(skipped, skipped.plusHours(1))))).isEmpty();
        assertThat(LocalDateTime.ofInstant(at("2026-03-08T07:30:00Z"), ZoneId.of(NEW_YORK)))
                .isEqualTo("2026-03-08T03:30:00");
    }

    /** 1 November 2026, when they show 01:00 to 02:00 twice. */
    @Test
    void what_is_in_one_of_two_passes_stays_in_it_and_what_is_in_neither_goes_to_the_first() {
        LocalDateTime twice = LocalDateTime.parse("2026-11-01T01:30:00");
        for (String start : List.of("2026-11-01T05:30:00Z", "2026-11-01T06:30:00Z")) {
            assertThat(changes(decide(at(start, twice)))).isEmpty();
        }
        assertThat(ZoneDrift.of(at("2026-11-01T07:30:00Z", twice), Map.of(), Given.NOW))
                .singleElement()
                .returns(at("2026-11-01T05:30:00Z"), drift -> drift.to().start());
    }

    @Test
    void a_series_goes_whole_and_says_which_of_its_occurrences_cannot() {
        Booked series = state(booking(SUMMER, SUMMER.plusHours(1), Given.FOUR_DAYS), false);
        String second = "e@20260611T090000";

        assertThat(changes(decide(series))).singleElement().isInstanceOf(EventRescheduled.class);
        List<ScheduleChange> changes = changes(decide(series, Map.of(second, new Obstacle("full", List.of("f")))));

        assertThat(changes.getFirst())
                .isEqualTo(new OccurrenceRescheduled(
                        "e",
                        second,
                        at("2026-06-11T14:00:00Z"),
                        at("2026-06-11T15:00:00Z"),
                        null,
                        "Zone data 2026f: stays, as its place is taken or its resource is out",
                        "command-service",
                        LocalDateTime.parse("2026-06-11T10:00:00")));
        assertThat(changes).hasSize(2);
        Booked after = (Booked) ScheduledEvent.evolve(series, changes);
        assertThat(Claims.of(after))
                .extracting(claim -> claim.slot().start().toString())
                .containsExactly(
                        "2026-06-10T13:00:00Z", "2026-06-11T14:00:00Z", "2026-06-12T13:00:00Z", "2026-06-13T13:00:00Z");
        assertThat(decided(after, where(after))).isEmpty();
    }

    @Test
    void an_occurrence_that_was_moved_goes_by_the_local_time_that_it_was_moved_to() {
        Booked series = state(booking(SUMMER, SUMMER.plusHours(1), Given.FOUR_DAYS), false);
        String second = "e@20260611T090000";
        Booked moved = (Booked) ScheduledEvent.evolve(
                series,
                List.of(new OccurrenceRescheduled(
                        "e",
                        second,
                        at("2026-06-11T17:00:00Z"),
                        at("2026-06-11T18:00:00Z"),
                        null,
                        null,
                        "cleo",
                        LocalDateTime.parse("2026-06-11T12:00:00"))));

        assertThat(changes(decide(moved)).getLast())
                .isEqualTo(new OccurrenceRescheduled(
                        "e",
                        second,
                        at("2026-06-11T16:00:00Z"),
                        at("2026-06-11T17:00:00Z"),
                        null,
                        "Zone data 2026f",
                        "command-service",
                        LocalDateTime.parse("2026-06-11T12:00:00")));
    }

    @Test
    void what_counts_elapsed_time_keeps_its_instants() {
        LocalDateTime winter = LocalDateTime.parse("2026-03-02T09:00:00");
        Recurrence hours = new Every(Duration.ofHours(100), null, null, 4);
        Booked series = state(booking(winter, winter.plusHours(1), hours), false);
        assertThat(decided(series, where(series))).isEmpty();
    }

    @Test
    void what_has_no_local_time_is_told_where_the_clocks_showed_another() {
        Booked old = state(booking(SUMMER, SUMMER.plusHours(1), null).meant(null, null), false);
        assertThat(ZoneDrift.doubtful(old, Map.of(NEW_YORK, ZoneRules.of(BEFORE)), Given.NOW))
                .singleElement()
                .returns(SUMMER, ZoneDrift::localStart)
                .returns(at("2026-06-10T13:00:00Z"), drift -> drift.to().start());
        assertThat(ZoneDrift.doubtful(old, Map.of(NEW_YORK, ZoneId.of(NEW_YORK).getRules()), Given.NOW))
                .isEmpty();
        assertThat(ZoneDrift.doubtful(
                        event(SUMMER, SUMMER.plusHours(1)), Map.of(NEW_YORK, ZoneRules.of(BEFORE)), Given.NOW))
                .isEmpty();
    }

    @Test
    void local_times_of_moved_occurrences_end_with_the_zone_in_which_they_were_meant() {
        Booked series = state(booking(SUMMER, SUMMER.plusHours(1), Given.FOUR_DAYS), false);
        Booked moved = (Booked) ScheduledEvent.evolve(
                series,
                List.of(
                        new OccurrenceRescheduled(
                                "e",
                                "e@20260611T090000",
                                at("2026-06-11T17:00:00Z"),
                                at("2026-06-11T18:00:00Z"),
                                null,
                                null,
                                "cleo",
                                LocalDateTime.parse("2026-06-11T12:00:00")),
                        new ScheduleChange.EventUpdated(
                                "e",
                                series.booking().movedTo(series.booking().slot(), "Europe/Berlin", SUMMER),
                                series.details())));

        assertThat(ZoneDrift.of(
                        moved,
                        Map.of(
                                "e@20260611T090000",
                                new TimeSlot(at("2026-06-11T17:00:00Z"), at("2026-06-11T18:00:00Z"))),
                        Given.NOW))
                .isEmpty();
    }

    private static Outcome<ScheduleChange> decide(Booked state) {
        return decide(state, Map.of());
    }

    private static Outcome<ScheduleChange> decide(Booked state, Map<String, Obstacle> staying) {
        return FollowZoneData.decide(command(staying), Map.of("e", state), Map.of("e", held(state)));
    }

    private static List<ScheduleChange> decided(Booked state, Map<String, TimeSlot> held) {
        return changes(FollowZoneData.decide(command(Map.of()), Map.of("e", state), Map.of("e", held)));
    }

    private static FollowZoneData command(Map<String, Obstacle> staying) {
        return new FollowZoneData(
                1,
                "2026f",
                Set.of("e"),
                staying,
                new Request(new Caller("command-service", Set.of(Role.ADMIN)), Given.NOW, null, "request"));
    }

    /** As the ledger has it since it was told by the data before: all of a series is an hour later there. */
    private static Map<String, TimeSlot> held(Booked booked) {
        Map<String, TimeSlot> held = where(booked);
        held.replaceAll(
                (id, slot) -> booked.booking().recurs() && !booked.exceptions().containsKey(id) ? later(slot) : slot);
        return held;
    }

    private static Map<String, TimeSlot> where(Booked booked) {
        Map<String, TimeSlot> held = new HashMap<>();
        Claims.of(booked).forEach(claim -> held.put(claim.claimId(), claim.slot()));
        return held;
    }

    private static TimeSlot later(TimeSlot slot) {
        return slot.movedTo(slot.start().plusSeconds(3600));
    }

    private static Booked event(LocalDateTime start, LocalDateTime end) {
        return state(booking(start, end, null), false);
    }

    private static Booked at(String start, LocalDateTime local) {
        return state(
                new Booking("hall", at(start), at(start).plusSeconds(3600), NEW_YORK, null).meant(local, null), false);
    }

    private static Booking booking(LocalDateTime start, LocalDateTime end, @Nullable Recurrence recurrence) {
        return new Booking("hall", start.toInstant(BEFORE), end.toInstant(BEFORE), NEW_YORK, recurrence)
                .meant(start, null);
    }

    private static Booked state(Booking booking, boolean allDay) {
        EventDetails details = new EventDetails(null, "Talk", null, null, null, 0, List.of(), List.of(), allDay);
        return (Booked)
                Given.state(new EventScheduledOnCalendar("e", booking, details, ScheduleStatus.SCHEDULED, "cleo"));
    }

    private static Instant at(String instant) {
        return Instant.parse(instant);
    }
}
