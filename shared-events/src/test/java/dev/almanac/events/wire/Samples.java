package dev.almanac.events.wire;

import dev.almanac.events.Change;
import dev.almanac.events.calendar.CalendarChange.CalendarCreated;
import dev.almanac.events.calendar.CalendarChange.CalendarDeactivated;
import dev.almanac.events.calendar.CalendarChange.CalendarUpdated;
import dev.almanac.events.calendar.CalendarChange.OverbookingAllowedByOverride;
import dev.almanac.events.calendar.CalendarChange.OverbookingPreventedBySystem;
import dev.almanac.events.calendar.CalendarChange.OverbookingWarningTriggered;
import dev.almanac.events.calendar.CalendarProfile;
import dev.almanac.events.calendar.CalendarType;
import dev.almanac.events.calendar.OwnerType;
import dev.almanac.events.conflict.ConflictChange.ConflictDismissed;
import dev.almanac.events.conflict.ConflictChange.ConflictReviewStarted;
import dev.almanac.events.conflict.ConflictChange.ScheduleConflictCleared;
import dev.almanac.events.conflict.ConflictChange.ScheduleConflictDetected;
import dev.almanac.events.conflict.ConflictChange.ScheduleConflictEscalated;
import dev.almanac.events.conflict.ConflictChange.ScheduleConflictResolved;
import dev.almanac.events.conflict.ConflictLevel;
import dev.almanac.events.conflict.ConflictType;
import dev.almanac.events.conflict.ResolutionMethod;
import dev.almanac.events.occurrence.MaterialisedOccurrence;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrencesMaterialised;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrencesWithdrawn;
import dev.almanac.events.occurrence.SeriesKind;
import dev.almanac.events.recurrence.Rrule;
import dev.almanac.events.resource.ResourceChange.ResourceMarkedAvailable;
import dev.almanac.events.resource.ResourceChange.ResourceMarkedUnavailable;
import dev.almanac.events.resource.ResourceChange.ResourceRegistered;
import dev.almanac.events.resource.ResourceChange.ResourceUpdated;
import dev.almanac.events.resource.ResourceClaim;
import dev.almanac.events.resource.ResourceProfile;
import dev.almanac.events.resource.ResourceRole;
import dev.almanac.events.resource.ResourceType;
import dev.almanac.events.schedule.Booking;
import dev.almanac.events.schedule.EventDetails;
import dev.almanac.events.schedule.ScheduleChange.ChangeUndone;
import dev.almanac.events.schedule.ScheduleChange.EventRemovedFromCalendar;
import dev.almanac.events.schedule.ScheduleChange.EventRescheduled;
import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.events.schedule.ScheduleChange.EventUpdated;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceCancelled;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceRescheduled;
import dev.almanac.events.schedule.ScheduleChange.ScheduleConfirmed;
import dev.almanac.events.schedule.ScheduleStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/** One change of each type, with every field set. */
final class Samples {
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");
    private static final String SERIES_OCCURRENCE = "event-1@20260302T100000";

    private Samples() {}

    static List<Change> all() {
        return List.of(
                new CalendarCreated("calendar-1", profile()),
                new CalendarUpdated("calendar-1", profile()),
                new CalendarDeactivated("calendar-1", "sold"),
                new OverbookingWarningTriggered("calendar-1", "event-1", NINE, TEN, 4, 5, 0.8),
                new OverbookingPreventedBySystem("calendar-1", "event-1", NINE, TEN, "ana", NINE),
                new OverbookingAllowedByOverride("calendar-1", "event-1", "ana", "fire drill", NINE),
                new EventScheduledOnCalendar("event-1", booking(), details(), ScheduleStatus.TENTATIVE, "ana"),
                new EventUpdated("event-1", booking(), details()),
                new EventRescheduled(
                        "event-1", NINE, TEN, TEN, TEN.plusSeconds(3600), "Europe/Berlin", "rain", true, "ana"),
                new EventRemovedFromCalendar("event-1", "calendar-1", "ana", "rain"),
                new ScheduleConfirmed("event-1", "ana", "paid"),
                new OccurrenceRescheduled(
                        "event-1", SERIES_OCCURRENCE, TEN, TEN.plusSeconds(3600), details(), "rain", "ana"),
                new OccurrenceCancelled("event-1", SERIES_OCCURRENCE, "rain", "ana"),
                new ChangeUndone("event-1", "change-1", "ana"),
                new ResourceRegistered("resource-1", resource()),
                new ResourceUpdated("resource-1", resource()),
                new ResourceMarkedUnavailable("period-1", "resource-1", NINE, TEN, "repair", "ana"),
                new ResourceMarkedAvailable("period-2", "resource-1", NINE, TEN, "repaired", "ana"),
                new OccurrencesMaterialised(
                        "event-1",
                        SeriesKind.EVENT,
                        3,
                        LocalDate.parse("2026-03-02"),
                        "calendar-1",
                        List.of(new ResourceClaim("resource-1", ResourceRole.SECONDARY)),
                        List.of(new MaterialisedOccurrence(
                                SERIES_OCCURRENCE, LocalDateTime.parse("2026-03-02T10:00:00"), NINE, TEN, true))),
                new OccurrencesWithdrawn(
                        "event-1", SeriesKind.EVENT, 4, LocalDate.parse("2026-03-02"), List.of(SERIES_OCCURRENCE)),
                new ScheduleConflictDetected(
                        "conflict-1",
                        "event-1",
                        "event-2",
                        ConflictType.VENUE_CONFLICT,
                        ConflictLevel.CRITICAL,
                        "calendar-1",
                        "resource-1",
                        NINE,
                        TEN,
                        NINE,
                        null),
                new ScheduleConflictCleared("conflict-1", "event-1", "event-2", "calendar-1", "resource-1", TEN),
                new ConflictReviewStarted("conflict-1", 2, "asking both", "ana", NINE),
                new ScheduleConflictResolved(
                        "conflict-1", 2, ResolutionMethod.RESCHEDULED, "moved to the evening", "ana", TEN),
                new ScheduleConflictEscalated("conflict-1", 2, "bea", "both are urgent", "ana", TEN),
                new ConflictDismissed("conflict-1", 2, "they share the hall", "ana", TEN));
    }

    private static CalendarProfile profile() {
        return new CalendarProfile(
                "Hall", "The large one", CalendarType.VENUE, "owner-1", OwnerType.VENUE, "Europe/Berlin", 5, true);
    }

    private static ResourceProfile resource() {
        return new ResourceProfile("Beamer", ResourceType.EQUIPMENT, "Europe/Berlin", "calendar-2", null);
    }

    private static Booking booking() {
        return new Booking("calendar-1", NINE, TEN, "Europe/Berlin", new Rrule("FREQ=WEEKLY;COUNT=4"));
    }

    private static EventDetails details() {
        return new EventDetails(
                "uid-1",
                "Concert",
                "With an encore",
                "Stage 2",
                "MUSIC",
                5,
                List.of("jazz"),
                List.of(new ResourceClaim("resource-1", ResourceRole.PRIMARY)),
                true);
    }
}
