package dev.almanac.command.calendar.update;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.calendar.request.CalendarRequest;
import dev.almanac.command.http.Patches;
import dev.almanac.command.ledger.OnLane;
import dev.almanac.events.calendar.CalendarProfile;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import tools.jackson.databind.JsonNode;

/** Changes some of what a calendar says of itself; the rest stays as it is when the command is decided. */
public record PatchCalendar(@TargetAggregateIdentifier String calendarId, JsonNode patch, Request request)
        implements Command, OnLane {

    /** The replacement that it amounts to. */
    public UpdateCalendar onto(CalendarProfile known, Patches patches) {
        CalendarRequest merged = patches.applied(patch, CalendarRequest.of(known), CalendarRequest.class, Set.of());
        return new UpdateCalendar(calendarId, merged.profile(), request);
    }
}
