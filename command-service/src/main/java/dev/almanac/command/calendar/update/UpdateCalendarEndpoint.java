package dev.almanac.command.calendar.update;

import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.calendar.request.CalendarRequest;
import dev.almanac.command.http.Patches;
import dev.almanac.command.http.Slice;
import dev.almanac.command.http.Write;
import dev.almanac.command.http.WriteAnswer;
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
@Tag(name = "Calendars")
class UpdateCalendarEndpoint {
    /** JSON merge patch (RFC 7396): what the patch names changes, null takes an optional field away. */
    @Operation(operationId = "patchCalendar", summary = "Changes what the body names of a calendar (RFC 7396)")
    @Slice(role = Role.CUSTOMER)
    @PatchMapping(
            path = "/api/v1/calendars/{calendarId}",
            consumes = {Patches.MEDIA_TYPE, MediaType.APPLICATION_JSON_VALUE})
    Write<WriteAnswer> patch(
            @PathVariable String calendarId,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = CalendarRequest.class)))
                    @RequestBody
                    JsonNode body,
            Request request) {
        return Write.changing(calendarId, new PatchCalendar(calendarId, Patches.checked(body), request));
    }

    @Operation(operationId = "updateCalendar", summary = "Replaces what a calendar says of itself")
    @Slice(role = Role.CUSTOMER, rehearsable = true)
    @PutMapping("/api/v1/calendars/{calendarId}")
    Write<WriteAnswer> update(@PathVariable String calendarId, @RequestBody CalendarRequest body, Request request) {
        return Write.changing(calendarId, new UpdateCalendar(calendarId, body.profile(), request));
    }
}
