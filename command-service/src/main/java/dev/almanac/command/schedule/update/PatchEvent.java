package dev.almanac.command.schedule.update;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.http.Patches;
import dev.almanac.command.rejection.Rejection;
import dev.almanac.command.rejection.SubjectDoesNotExist;
import dev.almanac.command.schedule.model.EventIsUnscheduled;
import dev.almanac.command.schedule.model.EventWasRemoved;
import dev.almanac.command.schedule.model.ScheduleId;
import dev.almanac.command.schedule.model.Timetable;
import dev.almanac.command.schedule.request.CurrentSchedule;
import dev.almanac.command.schedule.request.ScheduleRequest;
import dev.almanac.command.schedule.request.ScheduleRequest.Parsed;
import dev.almanac.events.schedule.ScheduledEvent;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Changes some of what an event, a series or an occurrence says; the rest stays as it is when the command is decided. */
public record PatchEvent(ScheduleId id, JsonNode patch, Request request) implements Command {
    /** A recurrence has one of several forms: a part of another one would not fit. */
    private static final Set<String> WHOLE = Set.of("recurrence");

    public String scheduleId() {
        return id.seriesId();
    }

    /** The replacement that it amounts to; none for what is not on its calendar. */
    public Optional<Replacement> onto(ScheduledEvent state, Patches patches) {
        return CurrentSchedule.of(id, state).map(current -> {
            Parsed parsed = patches.applied(patch, current, ScheduleRequest.class, WHOLE)
                    .parsed();
            return Replacements.command(id, parsed, request);
        });
    }

    /** Why there is nothing to be changed. */
    public Rejection refusal(ScheduledEvent state) {
        return switch (state) {
            case ScheduledEvent.Absent _ -> new SubjectDoesNotExist("Scheduled event", id.id());
            case ScheduledEvent.Removed _ -> new EventWasRemoved(id.id());
            case ScheduledEvent.Unscheduled _ -> new EventIsUnscheduled(id.id());
            case ScheduledEvent.Booked _ ->
                Timetable.place(state, id.id()).isPresent()
                        ? new EventIsUnscheduled(id.id())
                        : new SubjectDoesNotExist("Occurrence", id.id());
        };
    }
}
