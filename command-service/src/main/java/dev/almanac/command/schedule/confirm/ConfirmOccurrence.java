package dev.almanac.command.schedule.confirm;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.command.rejection.SubjectDoesNotExist;
import dev.almanac.command.schedule.model.EventIsUnscheduled;
import dev.almanac.command.schedule.model.Timetable;
import dev.almanac.events.schedule.ScheduleChange;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceConfirmed;
import dev.almanac.events.schedule.ScheduledEvent;
import org.jspecify.annotations.Nullable;

/** Confirms one occurrence of a series; the others stay as they are. */
public record ConfirmOccurrence(
        String scheduleId, String occurrenceId, @Nullable String reason, Request request) implements Command {

    public static Outcome<ScheduleChange> decide(ConfirmOccurrence command, ScheduledEvent state) {
        return Timetable.place(state, command.occurrenceId())
                .map(command::decide)
                .orElseGet(() -> Outcome.refused(new SubjectDoesNotExist("Occurrence", command.occurrenceId())));
    }

    private Outcome<ScheduleChange> decide(Timetable.Place place) {
        if (place.slot().isEmpty()) {
            return Outcome.refused(new EventIsUnscheduled(occurrenceId));
        }
        return place.isConfirmed()
                ? Outcome.unchanged()
                : Outcome.accepted(new OccurrenceConfirmed(
                        scheduleId, occurrenceId, request.caller().subject(), reason));
    }
}
