package dev.almanac.command.schedule;

import dev.almanac.command.access.Caller;
import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.ledger.Lane;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.command.rejection.Rejection;
import dev.almanac.command.schedule.model.CalendarFacts;
import dev.almanac.events.schedule.Booking;
import dev.almanac.events.schedule.EventDetails;
import dev.almanac.events.schedule.ScheduleChange;
import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.events.schedule.ScheduleStatus;
import dev.almanac.events.schedule.ScheduledEvent;
import dev.almanac.recurrence.Pattern;
import dev.almanac.recurrence.Recurrence;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The world of the slice tests: it is the first of March 2026, and an event takes place on the tenth. */
public final class Given {
    public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    public static final Instant NINE = Instant.parse("2026-03-10T09:00:00Z");
    public static final Instant TEN = Instant.parse("2026-03-10T10:00:00Z");
    public static final Recurrence FOUR_DAYS = new Pattern(Pattern.Type.DAILY, 1, List.of(), null, null, 4);
    public static final EventDetails DETAILS =
            new EventDetails(null, "Talk", null, null, null, 0, List.of(), List.of(), false);
    public static final Request CLEO_THE_MANAGER = by("cleo", Role.MANAGER);
    public static final CalendarFacts OPEN_CALENDAR =
            new CalendarFacts(Optional.of(new Lane("hall", 1, false, true, "UTC")), List.of());

    private Given() {}

    public static ScheduledEvent event() {
        return state(scheduled(null));
    }

    public static ScheduledEvent series() {
        return state(scheduled(FOUR_DAYS));
    }

    public static ScheduledEvent state(ScheduleChange... changes) {
        return ScheduledEvent.evolve(new ScheduledEvent.Absent(), List.of(changes));
    }

    public static EventScheduledOnCalendar scheduled(@Nullable Recurrence recurrence) {
        return new EventScheduledOnCalendar(
                "e", booking(NINE, TEN, recurrence), DETAILS, ScheduleStatus.SCHEDULED, "cleo");
    }

    public static Booking booking(Instant start, Instant end, @Nullable Recurrence recurrence) {
        return new Booking("hall", start, end, "UTC", recurrence)
                .meant(LocalDateTime.ofInstant(start, ZoneOffset.UTC), null);
    }

    public static Request by(String subject, Role role) {
        return at(NOW, subject, role);
    }

    public static Request at(Instant instant, String subject, Role role) {
        return new Request(new Caller(subject, Set.of(role)), instant, null, "request");
    }

    public static List<ScheduleChange> changes(Outcome<ScheduleChange> outcome) {
        return outcome.fold(changes -> changes, rejection -> {
            throw new AssertionError("refused: " + rejection);
        });
    }

    public static Rejection refusal(Outcome<ScheduleChange> outcome) {
        return outcome.fold(
                changes -> {
                    throw new AssertionError("accepted: " + changes);
                },
                rejection -> rejection);
    }
}
