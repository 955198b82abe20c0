package dev.almanac.command.schedule.update;

import dev.almanac.command.access.Request;
import dev.almanac.command.schedule.model.ScheduleId;
import dev.almanac.command.schedule.request.ScheduleRequest.Parsed;

/** Which command replaces what: that of an event or series, or of one occurrence. */
final class Replacements {
    private Replacements() {}

    static Replacement command(ScheduleId id, Parsed parsed, Request request) {
        return id.namesAnOccurrence() ? occurrence(id, parsed, request) : event(id, parsed, request);
    }

    private static UpdateEvent event(ScheduleId id, Parsed parsed, Request request) {
        return new UpdateEvent(
                id.id(),
                parsed.booking(),
                parsed.details(),
                parsed.partners(),
                parsed.terms(),
                parsed.reason(),
                request.noting(parsed.notes()));
    }

    private static UpdateOccurrence occurrence(ScheduleId id, Parsed parsed, Request request) {
        return new UpdateOccurrence(
                id.seriesId(),
                id.id(),
                parsed.booking(),
                parsed.details(),
                parsed.terms(),
                parsed.reason(),
                request.noting(parsed.notes()));
    }
}
