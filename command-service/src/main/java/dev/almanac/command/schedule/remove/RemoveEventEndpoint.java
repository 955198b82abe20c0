package dev.almanac.command.schedule.remove;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.http.Slice;
import dev.almanac.command.http.Write;
import dev.almanac.command.http.WriteAnswer;
import dev.almanac.command.schedule.model.ScheduleId;
import dev.almanac.command.schedule.request.Scope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Events")
class RemoveEventEndpoint {
    record UnscheduleRequest(@Nullable String reason) {}

    /**
     * Takes a schedule id, or an occurrence id to cancel that one alone.
     *
     * @param scope THIS, THIS_AND_FOLLOWING or ALL; of an occurrence THIS when it is left out, else ALL
     */
    @Operation(operationId = "cancelEvent", summary = "Cancels an event, a series or occurrences of one")
    @Slice(role = Role.CUSTOMER, rehearsable = true)
    @DeleteMapping("/api/v1/schedules/{scheduleId}")
    Write<WriteAnswer> remove(
            @PathVariable String scheduleId,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable String scope,
            Request request) {
        ScheduleId id = ScheduleId.of(scheduleId);
        Scope named = Scope.of(scope, id);
        return Write.changing(
                id.seriesId(),
                switch (named) {
                    case THIS -> new CancelOccurrence(id.seriesId(), id.id(), reason, request);
                    case THIS_AND_FOLLOWING -> new RemoveFollowing(id.seriesId(), id.id(), reason, request);
                    case ALL -> new RemoveEventFromCalendar(id.seriesId(), reason, request);
                });
    }

    /** A later reschedule brings the event back; its companions go and return with it. Of a series takes one occurrence too. */
    @Operation(operationId = "unscheduleEvent", summary = "Takes an event off its calendar; reschedule brings it back")
    @Slice(role = Role.CUSTOMER, rehearsable = true)
    @PostMapping("/api/v1/schedules/{scheduleId}/unschedule")
    Write<WriteAnswer> unschedule(
            @PathVariable String scheduleId,
            @RequestBody(required = false) @Nullable UnscheduleRequest body,
            Request request) {
        ScheduleId id = ScheduleId.of(scheduleId);
        String reason = body == null ? null : body.reason();
        Command command = id.namesAnOccurrence()
                ? new CancelOccurrence(id.seriesId(), id.id(), reason, request)
                : new UnscheduleEvent(id.id(), reason, request);
        return Write.changing(id.seriesId(), command);
    }
}
