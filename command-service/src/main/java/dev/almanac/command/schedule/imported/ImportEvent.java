package dev.almanac.command.schedule.imported;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.ledger.Terms;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.command.rejection.Refusals;
import dev.almanac.command.rejection.Rejection;
import dev.almanac.command.schedule.model.BookingRules;
import dev.almanac.command.schedule.model.CalendarFacts;
import dev.almanac.events.schedule.Booking;
import dev.almanac.events.schedule.EventDetails;
import dev.almanac.events.schedule.EventSeries;
import dev.almanac.events.schedule.OccurrenceException;
import dev.almanac.events.schedule.OccurrenceException.Cancelled;
import dev.almanac.events.schedule.OccurrenceException.Moved;
import dev.almanac.events.schedule.ScheduleChange;
import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.events.schedule.ScheduleChange.EventUpdated;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceCancelled;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceRescheduled;
import dev.almanac.events.schedule.ScheduleStatus;
import dev.almanac.events.schedule.ScheduledEvent;
import dev.almanac.events.schedule.ScheduledEvent.Booked;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Takes over an event, or a series with its exceptions, as another system says it is. What has passed is kept as
 * history; what lies ahead must find room. Importing the same again changes nothing.
 *
 * @param exceptions by occurrence id
 */
public record ImportEvent(
        String scheduleId,
        Booking booking,
        EventDetails details,
        ScheduleStatus status,
        Map<String, OccurrenceException> exceptions,
        Request request)
        implements Command {

    public ImportEvent {
        exceptions = Map.copyOf(exceptions);
    }

    /** What has passed is history, and needs no room. */
    public Terms terms() {
        return Terms.withHistory(request.at());
    }

    public static Outcome<ScheduleChange> decide(ImportEvent command, ScheduledEvent state, CalendarFacts facts) {
        return Refusals.firstOr(
                () -> Outcome.accepted(changes(command, state)),
                () -> BookingRules.ofLength(command.booking().slot()),
                facts::refusal,
                () -> ofSeries(command),
                () -> ofExceptions(command));
    }

    private static Optional<Rejection> ofSeries(ImportEvent command) {
        return command.booking().recurs()
                ? BookingRules.ofSeries(new EventSeries(
                        command.scheduleId(),
                        command.booking(),
                        command.details().allDay(),
                        command.exceptions()))
                : Optional.empty();
    }

    private static Optional<Rejection> ofExceptions(ImportEvent command) {
        return command.exceptions().values().stream()
                .flatMap(exception -> exception instanceof Moved(var slot, var _, var _)
                        ? BookingRules.ofLength(slot).stream()
                        : java.util.stream.Stream.empty())
                .findFirst();
    }

    private static List<ScheduleChange> changes(ImportEvent command, ScheduledEvent state) {
        return switch (state) {
            case ScheduledEvent.Absent _, ScheduledEvent.Unscheduled _, ScheduledEvent.Removed _ -> scheduled(command);
            case Booked booked -> updated(command, booked);
        };
    }

    private static List<ScheduleChange> scheduled(ImportEvent command) {
        List<ScheduleChange> changes = new ArrayList<>();
        changes.add(new EventScheduledOnCalendar(
                command.scheduleId(),
                command.booking(),
                command.details(),
                command.status(),
                command.request().caller().subject()));
        changes.addAll(newExceptions(command, Map.of()));
        return changes;
    }

    private static List<ScheduleChange> updated(ImportEvent command, Booked booked) {
        List<ScheduleChange> changes = new ArrayList<>();
        EventDetails details = command.details().with(booked.details().companions());
        if (!booked.booking().equals(command.booking()) || !booked.details().equals(details)) {
            changes.add(new EventUpdated(command.scheduleId(), command.booking(), details));
        }
        changes.addAll(newExceptions(command, booked.exceptions()));
        return changes;
    }

    private static List<ScheduleChange> newExceptions(ImportEvent command, Map<String, OccurrenceException> known) {
        List<ScheduleChange> changes = new ArrayList<>();
        new TreeMap<>(command.exceptions()).forEach((occurrenceId, exception) -> {
            if (!exception.equals(known.get(occurrenceId))) {
                changes.add(change(command, occurrenceId, exception));
            }
        });
        return changes;
    }

    private static ScheduleChange change(ImportEvent command, String occurrenceId, OccurrenceException exception) {
        String by = command.request().caller().subject();
        return switch (exception) {
            case Moved(var slot, var details, var localStart) ->
                new OccurrenceRescheduled(
                        command.scheduleId(), occurrenceId, slot.start(), slot.end(), details, null, by, localStart);
            case Cancelled() -> new OccurrenceCancelled(command.scheduleId(), occurrenceId, null, by);
        };
    }
}
