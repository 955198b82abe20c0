package dev.almanac.command.schedule.reschedule;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.http.Slice;
import dev.almanac.command.http.Write;
import dev.almanac.command.schedule.model.ScheduleId;
import dev.almanac.command.schedule.request.OverrideRequest;
import dev.almanac.command.schedule.request.Scope;
import dev.almanac.web.Fields;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Events")
class RescheduleEventEndpoint {
    record RescheduleRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String newStartDateTime,

            @Nullable String newEndDateTime,
            @Nullable String timeZone,
            @Nullable String reason,
            @JsonProperty("notify") @Nullable Boolean notifyParticipants,
            @Nullable Boolean cascade,
            @Schema(implementation = Scope.class) @Nullable String scope,
            @Nullable OverrideRequest override) {

        private Command command(ScheduleId id, Request asked) {
            Fields fields = new Fields();
            String zone = timeZone == null ? null : fields.zone("timeZone", timeZone);
            Instant start = fields.instant("newStartDateTime", newStartDateTime, zone);
            Instant end = fields.optionalInstant("newEndDateTime", newEndDateTime, zone);
            String why = fields.optionalText("reason", reason, 256);
            String overrideReason = OverrideRequest.reason(fields, override);
            boolean notifies = Boolean.TRUE.equals(notifyParticipants);
            boolean onward = Boolean.TRUE.equals(cascade);
            Scope named = Scope.of(fields, scope, id);
            if (onward && named != Scope.ALL) {
                fields.error("cascade", "goes with scope ALL only: companions follow whole events");
            }
            Request request = asked.noting(fields.notes());
            String series = id.seriesId();
            String occurrence = id.namesAnOccurrence() ? id.id() : null;
            return fields.valid(() -> switch (named) {
                case THIS -> new RescheduleOccurrence(series, id.id(), start, end, why, overrideReason, request);
                case THIS_AND_FOLLOWING ->
                    new SplitSeries(
                            series,
                            id.id(),
                            UUID.randomUUID().toString(),
                            start,
                            end,
                            zone,
                            why,
                            overrideReason,
                            request);
                case ALL ->
                    new RescheduleEvent(
                            series, occurrence, start, end, zone, why, notifies, onward, overrideReason, request);
            });
        }
    }

    /**
     * Takes a schedule id, or an occurrence id to move that one alone, or with a scope that and all that follow, or all.
     * Brings back what was unscheduled.
     */
    @Operation(operationId = "rescheduleEvent", summary = "Moves an event, a series or occurrences of one")
    @Slice(role = Role.CUSTOMER, rate = "reschedule", rehearsable = true)
    @PostMapping("/api/v1/schedules/{scheduleId}/reschedule")
    Write<MoveAnswer> reschedule(
            @PathVariable String scheduleId, @RequestBody RescheduleRequest body, Request request) {
        ScheduleId id = ScheduleId.of(scheduleId);
        Command command = body.command(id, request);
        return Write.changing(id.seriesId(), command, MoveAnswer::of);
    }
}
