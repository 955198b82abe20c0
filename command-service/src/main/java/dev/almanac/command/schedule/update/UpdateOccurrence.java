package dev.almanac.command.schedule.update;

import dev.almanac.command.access.Request;
import dev.almanac.command.ledger.Terms;
import dev.almanac.command.rejection.ActionIsNotAvailable;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.command.rejection.Refusals;
import dev.almanac.command.rejection.Rejection;
import dev.almanac.command.rejection.SubjectDoesNotExist;
import dev.almanac.command.schedule.model.BookingRules;
import dev.almanac.command.schedule.model.CalendarFacts;
import dev.almanac.command.schedule.model.EventIsUnscheduled;
import dev.almanac.command.schedule.model.Timetable;
import dev.almanac.events.TimeSlot;
import dev.almanac.events.schedule.Booking;
import dev.almanac.events.schedule.EventDetails;
import dev.almanac.events.schedule.ScheduleChange;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceRescheduled;
import dev.almanac.events.schedule.ScheduledEvent;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Replaces what one occurrence of a series says: its times, title, place and resources. Calendar, recurrence and companions
 * are those of its series.
 *
 * @param booking a recurrence in it must be that of the series
 */
public record UpdateOccurrence(
        String scheduleId,
        String occurrenceId,
        Booking booking,
        EventDetails details,
        Terms terms,
        @Nullable String reason,
        Request request)
        implements Replacement {

    public static Outcome<ScheduleChange> decide(UpdateOccurrence command, ScheduledEvent state, CalendarFacts facts) {
        return Timetable.place(state, command.occurrenceId())
                .map(place -> command.decide(place, facts))
                .orElseGet(() -> Outcome.refused(new SubjectDoesNotExist("Occurrence", command.occurrenceId())));
    }

    private Outcome<ScheduleChange> decide(Timetable.Place place, CalendarFacts facts) {
        if (place.slot().isEmpty()) {
            return Outcome.refused(new EventIsUnscheduled(occurrenceId));
        }
        TimeSlot from = place.slot().get();
        TimeSlot to = booking.slot();
        EventDetails wanted = details.with(place.booked().details().companions())
                .keeping(place.details().icalendar());
        if (to.equals(from) && wanted.equals(place.details())) {
            return Outcome.unchanged();
        }
        return Refusals.firstOr(
                () -> Outcome.accepted(changed(place, wanted)),
                () -> ofSeries(place.booked().booking()),
                () -> BookingRules.ofLength(to),
                () -> to.start().equals(from.start())
                        ? Optional.empty()
                        : BookingRules.ofStart(to.start(), request.at(), "startDateTime"),
                () -> BookingRules.ofLateness(from.start(), request),
                facts::refusal);
    }

    private Optional<Rejection> ofSeries(Booking series) {
        if (!booking.calendarId().equals(series.calendarId())) {
            return Optional.of(
                    new ActionIsNotAvailable(
                            "An occurrence stays on the calendar of its series: cancel it, and book an event on the other one"));
        }
        return booking.recurrence() == null || booking.recurrence().equals(series.recurrence())
                ? Optional.empty()
                : Optional.of(new ActionIsNotAvailable(
                        "An occurrence does not recur by itself: change the recurrence of its series"));
    }

    private OccurrenceRescheduled changed(Timetable.Place place, EventDetails wanted) {
        return new OccurrenceRescheduled(
                scheduleId,
                occurrenceId,
                booking.startDateTime(),
                booking.endDateTime(),
                wanted.equals(place.booked().details()) ? null : wanted,
                terms.because(reason),
                request.caller().subject(),
                place.meant(booking.startDateTime()));
    }
}
