package dev.almanac.command.schedule.update;

import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.http.Patches;
import dev.almanac.command.http.Slice;
import dev.almanac.command.http.Write;
import dev.almanac.command.http.WriteAnswer;
import dev.almanac.command.schedule.model.ScheduleId;
import dev.almanac.command.schedule.request.ScheduleRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@Tag(name = "Events")
class UpdateEventEndpoint {
    /** Takes a schedule id, or an occurrence id to change that one alone. An optional field that is absent gets its default. */
    @Operation(operationId = "updateEvent", summary = "Replaces what an event, a series or an occurrence says")
    @Slice(role = Role.CUSTOMER, rehearsable = true)
    @PutMapping("/api/v1/schedules/{scheduleId}")
    Write<WriteAnswer> update(@PathVariable String scheduleId, @RequestBody ScheduleRequest body, Request request) {
        var parsed = body.parsed();
        ScheduleId id = ScheduleId.of(scheduleId);
        return Write.changing(id.seriesId(), Replacements.command(id, parsed, request));
    }

    /** JSON merge patch (RFC 7396): what the patch names changes, null takes an optional field away. */
    @Operation(
            operationId = "patchEvent",
            summary = "Changes what the body names of an event, a series or an occurrence (RFC 7396)")
    @Slice(role = Role.CUSTOMER)
    @PatchMapping(
            path = "/api/v1/schedules/{scheduleId}",
            consumes = {Patches.MEDIA_TYPE, MediaType.APPLICATION_JSON_VALUE})
    Write<WriteAnswer> patch(
            @PathVariable String scheduleId,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = ScheduleRequest.class)))
                    @RequestBody
                    JsonNode body,
            Request request) {
        ScheduleId id = ScheduleId.of(scheduleId);
        return Write.changing(id.seriesId(), new PatchEvent(id, Patches.checked(body), request));
    }
}
