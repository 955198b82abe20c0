package dev.almanac.command.calendar.create;

import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.calendar.request.CalendarRequest;
import dev.almanac.command.http.Slice;
import dev.almanac.command.http.Write;
import dev.almanac.command.http.WriteAnswer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Calendars")
class CreateCalendarEndpoint {
    @Operation(operationId = "createCalendar", summary = "Creates a calendar")
    @ApiResponse(responseCode = "201", description = "Created, at Location", useReturnTypeSchema = true)
    @Slice(role = Role.MANAGER, rehearsable = true)
    @PostMapping("/api/v1/calendars")
    Write<WriteAnswer> create(@RequestBody CalendarRequest body, Request request) {
        String id = UUID.randomUUID().toString();
        return Write.creating("/calendars", id, new CreateCalendar(id, body.profile(), request));
    }
}
