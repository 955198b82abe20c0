package dev.almanac.command.schedule.confirm;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.command.rejection.SubjectDoesNotExist;
import dev.almanac.command.schedule.model.EventIsUnscheduled;
import dev.almanac.command.schedule.model.EventWasRemoved;
import dev.almanac.events.schedule.ScheduleChange;
import dev.almanac.events.schedule.ScheduleChange.ScheduleConfirmed;
import dev.almanac.events.schedule.ScheduleStatus;
import dev.almanac.events.schedule.ScheduledEvent;
import dev.almanac.events.schedule.ScheduledEvent.Booked;
import org.jspecify.annotations.Nullable;

public record ConfirmSchedule(String scheduleId, @Nullable String reason, Request request) implements Command {

    public static Outcome<ScheduleChange> decide(ConfirmSchedule command, ScheduledEvent state) {
        return switch (state) {
            case ScheduledEvent.Absent _ ->
                Outcome.refused(new SubjectDoesNotExist("Scheduled event", command.scheduleId()));
            case ScheduledEvent.Removed _ -> Outcome.refused(new EventWasRemoved(command.scheduleId()));
            case ScheduledEvent.Unscheduled _ -> Outcome.refused(new EventIsUnscheduled(command.scheduleId()));
            case Booked booked when booked.status() == ScheduleStatus.CONFIRMED -> Outcome.unchanged();
            case Booked _ ->
                Outcome.accepted(new ScheduleConfirmed(
                        command.scheduleId(), command.request().caller().subject(), command.reason()));
        };
    }
}
