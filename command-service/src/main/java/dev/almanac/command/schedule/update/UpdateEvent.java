package dev.almanac.command.schedule.update;

import dev.almanac.command.access.Request;
import dev.almanac.command.ledger.Terms;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.command.rejection.Refusals;
import dev.almanac.command.rejection.Rejection;
import dev.almanac.command.rejection.SubjectDoesNotExist;
import dev.almanac.command.schedule.model.BookingRules;
import dev.almanac.command.schedule.model.CalendarFacts;
import dev.almanac.command.schedule.model.CompanionTitle;
import dev.almanac.command.schedule.model.EventIsUnscheduled;
import dev.almanac.command.schedule.model.EventWasRemoved;
import dev.almanac.command.schedule.model.Shift;
import dev.almanac.command.schedule.model.Timetable;
import dev.almanac.events.schedule.Booking;
import dev.almanac.events.schedule.EventDetails;
import dev.almanac.events.schedule.EventSeries;
import dev.almanac.events.schedule.ScheduleChange;
import dev.almanac.events.schedule.ScheduleChange.EventUpdated;
import dev.almanac.events.schedule.ScheduledEvent;
import dev.almanac.events.schedule.ScheduledEvent.Booked;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Replaces all that a booking says; exceptions of a series stay as long as their occurrence does. */
public record UpdateEvent(
        String scheduleId,
        Booking booking,
        EventDetails details,
        List<CompanionTitle> partners,
        Terms terms,
        @Nullable String reason,
        Request request)
        implements Replacement {

    public UpdateEvent {
        partners = List.copyOf(partners);
    }

    public static Outcome<ScheduleChange> decide(UpdateEvent wanted, ScheduledEvent state, CalendarFacts facts) {
        UpdateEvent command = state instanceof Booked booked ? wanted.keepingWhatIsNotSaid(booked) : wanted;
        return switch (state) {
            case ScheduledEvent.Absent _ ->
                Outcome.refused(new SubjectDoesNotExist("Scheduled event", command.scheduleId()));
            case ScheduledEvent.Removed _ -> Outcome.refused(new EventWasRemoved(command.scheduleId()));
            case ScheduledEvent.Unscheduled _ -> Outcome.refused(new EventIsUnscheduled(command.scheduleId()));
            case Booked booked
            when booked.booking().equals(command.booking()) && booked.details().equals(command.details()) ->
                Outcome.unchanged();
            case Booked booked ->
                Refusals.firstOr(
                        () -> Outcome.accepted(updated(command, booked)),
                        () -> BookingRules.ofLength(command.booking().slot()),
                        () -> ofNewStart(command, booked),
                        () -> BookingRules.ofLateness(booked.booking().startDateTime(), command.request()),
                        facts::refusal,
                        () -> ofSeries(command, booked));
        };
    }

    public UpdateEvent with(EventDetails newDetails) {
        return new UpdateEvent(scheduleId, booking, newDetails, partners, terms, reason, request);
    }

    /** A replacement speaks of instants and of what it knows: how times were meant stays, as do lines of iCalendar. */
    private UpdateEvent keepingWhatIsNotSaid(Booked booked) {
        Booking meant = asMeantBefore(booked.booking(), booking);
        return new UpdateEvent(
                scheduleId,
                keepingIds(booked.booking(), meant),
                details.keeping(booked.details().icalendar()),
                partners,
                terms,
                reason,
                request);
    }

    private static Booking asMeantBefore(Booking known, Booking wanted) {
        boolean stays = known.startDateTime().equals(wanted.startDateTime())
                && known.timeZone().equals(wanted.timeZone());
        return stays && wanted.clocksShowStart() ? wanted.meant(known.localStart(), known.floating()) : wanted;
    }

    /** Occurrences keep the ids that they have, also where the series moves. */
    private static Booking keepingIds(Booking known, Booking wanted) {
        Booking to = isMoveOfSeries(known, wanted)
                ? known.shiftedTo(wanted.slot(), wanted.timeZone(), wanted.localStart())
                : wanted.movedBy(wanted.recurs() ? known.movedBy() : null);
        return wanted.movedBy(to.movedBy());
    }

    /** SCH-004 asks of a start that changes; what began already may still get another title. */
    private static Optional<Rejection> ofNewStart(UpdateEvent command, Booked booked) {
        return command.booking().startDateTime().equals(booked.booking().startDateTime())
                ? Optional.empty()
                : BookingRules.ofStart(
                        command.booking().startDateTime(), command.request().at(), "startDateTime");
    }

    /** Where the series only moved, its exceptions go with their occurrences; else each stays with its nominal time. */
    private static List<ScheduleChange> updated(UpdateEvent command, Booked booked) {
        List<ScheduleChange> changes = new ArrayList<>();
        changes.add(new EventUpdated(
                command.scheduleId(),
                command.booking(),
                command.details(),
                command.terms().because(command.reason()),
                null));
        if (isMoveOfSeries(booked.booking(), command.booking())) {
            changes.addAll(Timetable.of(booked)
                    .carriedTo(
                            command.scheduleId(),
                            command.booking(),
                            0,
                            shift(booked.booking(), command.booking()),
                            booked.exceptions().keySet(),
                            command.request().caller().subject()));
        }
        return changes;
    }

    private static boolean isMoveOfSeries(Booking from, Booking to) {
        return from.recurs()
                && Objects.equals(from.recurrence(), to.recurrence())
                && !(from.startDateTime().equals(to.startDateTime())
                        && from.timeZone().equals(to.timeZone()));
    }

    private static Shift shift(Booking from, Booking to) {
        return Shift.between(from.nominalStart(), from.timeZone(), to.nominalStart(), to.timeZone());
    }

    private static Optional<Rejection> ofSeries(UpdateEvent command, Booked booked) {
        return command.booking().recurs()
                ? BookingRules.ofSeries(new EventSeries(
                        command.scheduleId(),
                        command.booking(),
                        command.details().allDay(),
                        booked.exceptions()))
                : Optional.empty();
    }
}
