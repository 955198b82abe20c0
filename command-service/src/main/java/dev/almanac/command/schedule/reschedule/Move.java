package dev.almanac.command.schedule.reschedule;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.command.schedule.model.ScheduleId;
import dev.almanac.events.schedule.ScheduleChange;
import dev.almanac.events.schedule.ScheduledEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where one of many events, or one occurrence of a series, is to go. */
public record Move(ScheduleId id, Instant newStart) {

    Outcome<ScheduleChange> decide(BulkReschedule bulk, ScheduledEvent state) {
        return id.namesAnOccurrence()
                ? RescheduleOccurrence.decide(occurrence(bulk.reason(), bulk.request()), state)
                : RescheduleEvent.decide(event(bulk.timeZone(), bulk.reason(), bulk.request()), state);
    }

    /** The same move as a command of its own. */
    Command alone(@Nullable String timeZone, @Nullable String reason, Request request) {
        return id.namesAnOccurrence() ? occurrence(reason, request) : event(timeZone, reason, request);
    }

    private RescheduleOccurrence occurrence(@Nullable String reason, Request request) {
        return new RescheduleOccurrence(id.seriesId(), id.id(), newStart, null, reason, null, request);
    }

    private RescheduleEvent event(@Nullable String timeZone, @Nullable String reason, Request request) {
        return new RescheduleEvent(id.id(), null, newStart, null, timeZone, reason, false, false, null, request);
    }
}
