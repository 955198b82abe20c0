package dev.almanac.query.views;

import static dev.almanac.testing.Examples.ZONE;
import static dev.almanac.testing.Examples.at;
import static dev.almanac.testing.Examples.calendar;
import static dev.almanac.testing.Examples.cleared;
import static dev.almanac.testing.Examples.conflict;
import static dev.almanac.testing.Examples.details;
import static dev.almanac.testing.Examples.event;
import static dev.almanac.testing.Examples.moved;
import static dev.almanac.testing.Examples.occurrence;
import static dev.almanac.testing.Examples.occurrenceId;
import static dev.almanac.testing.Examples.resource;
import static dev.almanac.testing.Examples.series;
import static dev.almanac.testing.Examples.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.Change;
import dev.almanac.events.TimeSlot;
import dev.almanac.events.calendar.CalendarChange.CalendarDeactivated;
import dev.almanac.events.calendar.CalendarChange.CalendarUpdated;
import dev.almanac.events.calendar.CalendarChange.OverbookingAllowedByOverride;
import dev.almanac.events.calendar.CalendarProfile;
import dev.almanac.events.calendar.CalendarType;
import dev.almanac.events.calendar.OwnerType;
import dev.almanac.events.conflict.ConflictChange.ConflictDismissed;
import dev.almanac.events.conflict.ConflictChange.ConflictReviewStarted;
import dev.almanac.events.conflict.ConflictChange.ScheduleConflictEscalated;
import dev.almanac.events.conflict.ConflictChange.ScheduleConflictResolved;
import dev.almanac.events.conflict.ConflictLevel;
import dev.almanac.events.conflict.ConflictStatus;
import dev.almanac.events.conflict.ResolutionMethod;
import dev.almanac.events.occurrence.MaterialisedOccurrence;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrencesMaterialised;
import dev.almanac.events.resource.ResourceChange.ResourceMarkedAvailable;
import dev.almanac.events.resource.ResourceChange.ResourceMarkedUnavailable;
import dev.almanac.events.resource.ResourceClaim;
import dev.almanac.events.resource.ResourceRole;
import dev.almanac.events.schedule.Booking;
import dev.almanac.events.schedule.ScheduleChange.ChangeUndone;
import dev.almanac.events.schedule.ScheduleChange.EventRemovedFromCalendar;
import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.events.schedule.ScheduleChange.EventUpdated;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceCancelled;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceRescheduled;
import dev.almanac.events.schedule.ScheduleChange.ScheduleConfirmed;
import dev.almanac.events.schedule.ScheduleStatus;
import dev.almanac.query.calendars.CalendarProjection;
import dev.almanac.query.calendars.CalendarView;
import dev.almanac.query.conflicts.ConflictProjection;
import dev.almanac.query.conflicts.ConflictView;
import dev.almanac.query.conflicts.Escalation;
import dev.almanac.query.conflicts.Resolution;
import dev.almanac.query.events.EntryProjection;
import dev.almanac.query.events.EntryView;
import dev.almanac.query.events.ScheduleProjection;
import dev.almanac.query.events.ScheduleView;
import dev.almanac.query.resources.ResourceProjection;
import dev.almanac.query.resources.ResourceView;
import dev.almanac.query.support.Given;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProjectionsTest {
    private static final EventScheduledOnCalendar TALK = event("talk", "hall", "Talk", "03T09:00", "03T10:00", "room");
    private static final EventScheduledOnCalendar STANDUP =
            series("standup", "hall", "Standup", "05T09:00", "05T10:00");

    @Test
    void a_calendar_is_what_was_said_of_it_last() {
        CalendarProfile renamed =
                new CalendarProfile("Hall 2", null, CalendarType.VENUE, "ana", OwnerType.VENUE, ZONE, 3, true);
        CalendarView view = calendarAfter(
                calendar("hall", "Hall"),
                new CalendarUpdated("hall", renamed),
                new OverbookingAllowedByOverride("hall", "talk", "max", "fair", at("01T00:00")),
                new CalendarDeactivated("hall", "closed"));

        assertThat(view.profile()).isEqualTo(renamed);
        assertThat(view.active()).isFalse();
        assertThat(view.version()).isEqualTo(3);
    }

    @Test
    void a_schedule_follows_every_change_of_it() {
        ScheduleView view = scheduleAfter(
                TALK,
                moved(TALK, "04T09:00", "04T10:00"),
                new ScheduleConfirmed("talk", "max", null),
                new EventUpdated(
                        "talk", new Booking("loft", at("05T09:00"), at("05T10:00"), ZONE, null), details("Keynote")));

        assertThat(view.booking().calendarId()).isEqualTo("loft");
        assertThat(view.details().title()).isEqualTo("Keynote");
        assertThat(view.status()).isEqualTo(ScheduleStatus.CONFIRMED);
        assertThat(view.version()).isEqualTo(3);
    }

    @Test
    void a_removed_event_is_kept_as_cancelled_and_has_no_slot() {
        Change[] changes = {TALK, new EventRemovedFromCalendar("talk", "hall", "max", "ill")};

        assertThat(scheduleAfter(changes).status()).isEqualTo(ScheduleStatus.CANCELLED);
        assertThat(Given.of(new EntryProjection(), changes).then("talk")).isNull();
    }

    @Test
    void an_unscheduled_event_has_no_slot_until_it_returns_and_an_undo_alone_changes_nothing() {
        Change unscheduled = new EventRemovedFromCalendar("talk", "hall", "max", "ill", true);
        Change[] gone = {TALK, unscheduled, new ChangeUndone("talk", "change-1", "max")};
        assertThat(scheduleAfter(gone).status()).isEqualTo(ScheduleStatus.UNSCHEDULED);
        assertThat(Given.of(new EntryProjection(), gone).then("talk")).isNull();

        Change[] back = {TALK, unscheduled, TALK};
        assertThat(scheduleAfter(back).status().isOnCalendar()).isTrue();
        assertThat(Given.of(new EntryProjection(), back).then("talk")).isNotNull();
    }

    @Test
    void an_exception_replaces_what_was_said_before_of_the_same_occurrence() {
        String id = occurrenceId("standup", "05T09:00");
        ScheduleView view = scheduleAfter(
                STANDUP,
                new OccurrenceRescheduled(
                        "standup", id, at("05T12:00"), at("05T13:00"), details("Late standup"), null, "max"),
                new OccurrenceCancelled("standup", id, "holiday", "max"));

        assertThat(view.exceptions()).hasSize(1);
        assertThat(view.exceptionOf(id))
                .hasValueSatisfying(
                        exception -> assertThat(exception.cancelled()).isTrue());
    }

    @Test
    void a_single_event_has_one_slot_that_moves_with_it() {
        EntryView entry = entryAfter("talk", TALK, moved(TALK, "04T09:00", "04T11:00"));

        assertThat(entry.slot()).isEqualTo(new TimeSlot(at("04T09:00"), at("04T11:00")));
        assertThat(entry.isOccurrence()).isFalse();
        assertThat(entry.lanes()).anyMatch(lane -> lane.startsWith("r:room:"));
    }

    @Test
    void a_series_has_the_slots_that_were_materialised_and_none_of_its_own() {
        String id = occurrenceId("standup", "05T09:00");
        Given<EntryView> given =
                Given.of(new EntryProjection(), STANDUP, occurrence("standup", "hall", "05T09:00", "05T10:00"));

        assertThat(given.then("standup")).isNull();
        assertThat(given.then(id)).isNotNull();
        assertThat(Given.of(
                                new EntryProjection(),
                                occurrence("standup", "hall", "05T09:00", "05T10:00"),
                                withdrawn("standup", "05T09:00"))
                        .then(id))
                .isNull();
    }

    @Test
    void an_occurrence_needs_what_it_says_itself_or_else_what_its_series_does() {
        OccurrencesMaterialised plain = occurrence("standup", "hall", "05T09:00", "05T10:00");
        String id = occurrenceId("standup", "05T09:00");
        List<ResourceClaim> ofSeries = List.of(new ResourceClaim("room", ResourceRole.PRIMARY));
        List<ResourceClaim> own = List.of(new ResourceClaim("annex", ResourceRole.PRIMARY));

        assertThat(entryAfter(id, needing(plain, ofSeries, null)).resources()).isEqualTo(ofSeries);
        EntryView changed = entryAfter(id, needing(plain, ofSeries, null), needing(plain, ofSeries, own));
        assertThat(changed.resources()).isEqualTo(own);
        assertThat(changed.lanes())
                .anyMatch(lane -> lane.startsWith("r:annex:"))
                .noneMatch(lane -> lane.startsWith("r:room:"));
        assertThat(entryAfter(id, needing(plain, ofSeries, List.of())).resources())
                .isEmpty();
    }

    private static OccurrencesMaterialised needing(
            OccurrencesMaterialised day, List<ResourceClaim> ofSeries, @Nullable List<ResourceClaim> own) {
        MaterialisedOccurrence one = day.occurrences().getFirst();
        return new OccurrencesMaterialised(
                day.seriesId(),
                day.kind(),
                day.seriesVersion(),
                day.day(),
                day.calendarId(),
                ofSeries,
                List.of(new MaterialisedOccurrence(
                        one.occurrenceId(), one.nominal(), one.startDateTime(), one.endDateTime(), true, own)));
    }

    @Test
    void an_event_that_becomes_a_series_loses_its_own_slot() {
        EventUpdated recurring = new EventUpdated("talk", STANDUP.booking(), TALK.details());

        assertThat(Given.of(new EntryProjection(), TALK, recurring).then("talk"))
                .isNull();
    }

    @Test
    void a_conflict_is_open_until_it_is_cleared_and_again_when_it_comes_back() {
        ConflictView cleared =
                conflictAfter(conflict("c", "talk", "choir", ConflictLevel.MINOR), cleared("c", "talk", "choir"));
        assertThat(cleared.status()).isEqualTo(ConflictStatus.RESOLVED);
        assertThat(cleared.open()).isFalse();
        assertThat(cleared.resolution()).isEqualTo(new Resolution(at("01T00:05"), "ana", null, null));

        ConflictView back = conflictAfter(
                conflict("c", "talk", "choir", ConflictLevel.MINOR),
                cleared("c", "talk", "choir"),
                conflict("c", "talk", "choir", ConflictLevel.CRITICAL));
        assertThat(back.open()).isTrue();
        assertThat(back.resolution()).isNull();
        assertThat(back.conflictLevel()).isEqualTo(ConflictLevel.CRITICAL);
    }

    @Test
    void a_conflict_is_reviewed_escalated_and_resolved() {
        ConflictView view = conflictAfter(
                conflict("c", "talk", "choir", ConflictLevel.CRITICAL),
                new ConflictReviewStarted("c", 0, null, "ana", at("01T00:01")),
                new ScheduleConflictEscalated("c", 0, "bea", "urgent", "ana", at("01T00:02")),
                new ScheduleConflictResolved("c", 0, ResolutionMethod.SPLIT, "two halves", "bea", at("01T00:03")));

        assertThat(view.status()).isEqualTo(ConflictStatus.RESOLVED);
        assertThat(view.open()).isFalse();
        assertThat(view.escalation()).isEqualTo(new Escalation(at("01T00:02"), "bea", "urgent", "ana"));
        assertThat(view.resolution())
                .isEqualTo(new Resolution(at("01T00:03"), "bea", ResolutionMethod.SPLIT, "two halves"));
    }

    @Test
    void a_conflict_that_changed_before_it_was_closed_is_to_be_looked_at_anew() {
        ConflictView closedTooLate = conflictAfter(
                conflict("c", "talk", "choir", ConflictLevel.MINOR),
                conflict("c", "talk", "choir", ConflictLevel.CRITICAL),
                new ConflictDismissed("c", 0, "minor", "ana", at("01T00:01")));
        ConflictView changedAfterwards = conflictAfter(
                conflict("c", "talk", "choir", ConflictLevel.MINOR),
                new ConflictDismissed("c", 0, "minor", "ana", at("01T00:01")),
                conflict("c", "talk", "choir", ConflictLevel.CRITICAL));

        assertThat(closedTooLate.status()).isEqualTo(ConflictStatus.DETECTED);
        assertThat(changedAfterwards.status()).isEqualTo(ConflictStatus.DETECTED);
    }

    @Test
    void what_was_decided_before_a_conflict_cleared_does_not_count_when_it_comes_back() {
        ConflictView view = conflictAfter(
                conflict("c", "talk", "choir", ConflictLevel.MINOR),
                cleared("c", "talk", "choir"),
                conflict("c", "talk", "choir", ConflictLevel.MINOR),
                new ConflictReviewStarted("c", 0, null, "ana", at("01T00:01")));

        assertThat(view.status()).isEqualTo(ConflictStatus.DETECTED);
    }

    @Test
    void a_conflict_of_an_occurrence_is_found_through_its_series_too() {
        ConflictView view =
                conflictAfter(conflict("c", occurrenceId("standup", "05T09:00"), "talk", ConflictLevel.MINOR));

        assertThat(view.claimants()).containsExactly(occurrenceId("standup", "05T09:00"), "standup", "talk");
    }

    @Test
    void what_sticks_out_of_the_time_in_which_a_resource_is_back_stays_unavailable() {
        ResourceView view = Objects.requireNonNull(Given.of(
                        new ResourceProjection(),
                        resource("room", "Room"),
                        new ResourceMarkedUnavailable("out", "room", at("10T00:00"), at("14T00:00"), "repair", "max"),
                        new ResourceMarkedAvailable("back", "room", at("11T00:00"), at("12T00:00"), null, "max"))
                .then("room"));

        assertThat(view.unavailable())
                .extracting(period -> period.slot())
                .containsExactly(
                        new TimeSlot(at("10T00:00"), at("11T00:00")), new TimeSlot(at("12T00:00"), at("14T00:00")));
    }

    private static CalendarView calendarAfter(Change... changes) {
        return Objects.requireNonNull(
                Given.of(new CalendarProjection(), changes).then("hall"));
    }

    private static ScheduleView scheduleAfter(Change... changes) {
        String id = changes[0].subject();
        return Objects.requireNonNull(
                Given.of(new ScheduleProjection(), changes).then(id));
    }

    private static EntryView entryAfter(String id, Change... changes) {
        return Objects.requireNonNull(Given.of(new EntryProjection(), changes).then(id));
    }

    private static ConflictView conflictAfter(Change... changes) {
        return Objects.requireNonNull(
                Given.of(new ConflictProjection(), changes).then("c"));
    }
}
