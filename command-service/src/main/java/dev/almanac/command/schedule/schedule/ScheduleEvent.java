package dev.almanac.command.schedule.schedule;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.ledger.Terms;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.command.rejection.Refusals;
import dev.almanac.command.rejection.Rejection;
import dev.almanac.command.schedule.model.BookingRules;
import dev.almanac.command.schedule.model.CalendarFacts;
import dev.almanac.command.schedule.model.CompanionTitle;
import dev.almanac.events.schedule.Booking;
import dev.almanac.events.schedule.EventDetails;
import dev.almanac.events.schedule.EventSeries;
import dev.almanac.events.schedule.ScheduleChange;
import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.events.schedule.ScheduleStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Books an event, or a series with all its occurrences at once, on a calendar. */
public record ScheduleEvent(
        String scheduleId,
        Booking booking,
        EventDetails details,
        boolean tentative,
        List<CompanionTitle> partners,
        Terms terms,
        @Nullable String reason,
        Request request)
        implements Command {

    public ScheduleEvent {
        partners = List.copyOf(partners);
    }

    public static Outcome<ScheduleChange> decide(ScheduleEvent command, CalendarFacts facts) {
        Booking booking = command.booking();
        return Refusals.firstOr(
                () -> Outcome.accepted(scheduled(command)),
                () -> BookingRules.ofLength(booking.slot()),
                () -> BookingRules.ofStart(
                        booking.startDateTime(), command.request().at(), "startDateTime"),
                facts::refusal,
                () -> ofSeries(command));
    }

    public ScheduleEvent with(EventDetails newDetails) {
        return new ScheduleEvent(scheduleId, booking, newDetails, tentative, partners, terms, reason, request);
    }

    private static Optional<Rejection> ofSeries(ScheduleEvent command) {
        return command.booking().recurs()
                ? BookingRules.ofSeries(new EventSeries(
                        command.scheduleId(),
                        command.booking(),
                        command.details().allDay(),
                        Map.of()))
                : Optional.empty();
    }

    private static EventScheduledOnCalendar scheduled(ScheduleEvent command) {
        return new EventScheduledOnCalendar(
                command.scheduleId(),
                command.booking(),
                command.details(),
                command.tentative() ? ScheduleStatus.TENTATIVE : ScheduleStatus.SCHEDULED,
                command.request().caller().subject(),
                command.terms().because(command.reason()),
                null);
    }
}
