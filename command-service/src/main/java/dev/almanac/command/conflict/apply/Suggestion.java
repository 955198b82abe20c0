package dev.almanac.command.conflict.apply;

import static dev.almanac.command.store.Appending.refused;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.rejection.ActionIsNotAvailable;
import dev.almanac.command.schedule.model.ScheduleId;
import dev.almanac.command.schedule.reschedule.RescheduleEvent;
import dev.almanac.command.schedule.reschedule.RescheduleOccurrence;
import dev.almanac.command.schedule.update.ExchangeResource;
import dev.almanac.events.conflict.ResolutionMethod;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A way out of a conflict.
 *
 * @param scheduleId of the event or occurrence that is changed
 * @param start to where it moves, if it does
 * @param resourceId what it needs instead, if that is the way
 */
record Suggestion(
        ResolutionMethod method,
        String scheduleId,
        Instant start,
        @Nullable Instant end,
        String resourceId,
        @Nullable String reason) {
    private static final String REASON = "Resolves a conflict";

    /** The command that it is. */
    Command of(KnownConflict conflict, Request asked) {
        Request request = conflict.checked(scheduleId, asked);
        return switch (method) {
            case RESCHEDULED -> move(request);
            case RESOURCE_CHANGED -> exchange(conflict, request);
            case EVENT_CANCELLED, OVERRIDE_APPLIED, SPLIT ->
                throw refused(new ActionIsNotAvailable(method + " is not applied for you: do it, and resolve"));
        };
    }

    private Command move(Request request) {
        ScheduleId id = ScheduleId.of(scheduleId);
        return id.namesAnOccurrence()
                ? new RescheduleOccurrence(id.seriesId(), id.id(), start, end, why(), null, request)
                : new RescheduleEvent(id.seriesId(), null, start, end, null, why(), false, false, null, request);
    }

    private Command exchange(KnownConflict conflict, Request request) {
        if (ScheduleId.of(scheduleId).namesAnOccurrence()) {
            throw refused(new ActionIsNotAvailable("An occurrence needs what its series needs"));
        }
        return new ExchangeResource(scheduleId, conflict.resourceId(), resourceId, request);
    }

    private String why() {
        return Objects.requireNonNullElse(reason, REASON);
    }
}
