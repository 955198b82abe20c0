package dev.almanac.command.schedule.remove;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.rejection.ActionIsNotAvailable;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.command.rejection.Refusals;
import dev.almanac.command.rejection.SubjectDoesNotExist;
import dev.almanac.command.schedule.model.BookingRules;
import dev.almanac.command.schedule.model.Timetable;
import dev.almanac.events.schedule.ScheduleChange;
import dev.almanac.events.schedule.ScheduleChange.EventUpdated;
import dev.almanac.events.schedule.ScheduledEvent;
import dev.almanac.events.schedule.ScheduledEvent.Booked;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ends a series before one of its occurrences; before the first, it goes as a whole. */
public record RemoveFollowing(
        String scheduleId, String occurrenceId, @Nullable String reason, Request request) implements Command {

    public static Outcome<ScheduleChange> decide(RemoveFollowing command, ScheduledEvent state) {
        Optional<Timetable> series =
                state instanceof Booked booked && booked.booking().recurs()
                        ? Optional.of(Timetable.of(booked))
                        : Optional.empty();
        return series.flatMap(timetable -> timetable
                        .indexOf(command.occurrenceId())
                        .map(index -> index == 0
                                ? RemoveEventFromCalendar.decide(command.ofAll(), state)
                                : command.decide(timetable, index)))
                .orElseGet(() -> Outcome.refused(new SubjectDoesNotExist("Occurrence", command.occurrenceId())));
    }

    private RemoveEventFromCalendar ofAll() {
        return new RemoveEventFromCalendar(scheduleId, reason, request);
    }

    private Outcome<ScheduleChange> decide(Timetable timetable, int index) {
        Booked booked = timetable.booked();
        return Refusals.firstOr(
                () -> timetable
                        .head(index)
                        .map(head -> Outcome.<ScheduleChange>accepted(
                                new EventUpdated(scheduleId, head, booked.details(), reason, null)))
                        .orElseGet(() -> Outcome.refused(new ActionIsNotAvailable(
                                "This series cannot end here: cancel its occurrences instead"))),
                () -> BookingRules.ofLateness(timetable.planned().get(index).startDateTime(), request));
    }
}
