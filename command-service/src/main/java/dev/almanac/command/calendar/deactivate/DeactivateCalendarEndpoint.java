package dev.almanac.command.calendar.deactivate;

import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.http.Slice;
import dev.almanac.command.http.Write;
import dev.almanac.command.http.WriteAnswer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Calendars")
class DeactivateCalendarEndpoint {
    @Operation(operationId = "deactivateCalendar", summary = "Takes a calendar out of use; what is booked stays")
    @Slice(role = Role.CUSTOMER, rehearsable = true)
    @DeleteMapping("/api/v1/calendars/{calendarId}")
    Write<WriteAnswer> deactivate(
            @PathVariable String calendarId, @RequestParam(required = false) @Nullable String reason, Request request) {
        return Write.changing(calendarId, new DeactivateCalendar(calendarId, reason, request));
    }
}
