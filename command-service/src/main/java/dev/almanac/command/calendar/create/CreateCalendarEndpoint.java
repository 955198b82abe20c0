package dev.almanac.command.calendar.create;

import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.calendar.request.CalendarRequest;
import dev.almanac.command.http.Commands;
import dev.almanac.command.http.WriteAnswer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "Calendars")
class CreateCalendarEndpoint {
    private final Commands commands;

    CreateCalendarEndpoint(Commands commands) {
        this.commands = commands;
    }

    @Operation(operationId = "createCalendar", summary = "Creates a calendar")
    @ApiResponse(responseCode = "201", description = "Created, at Location", useReturnTypeSchema = true)
    @PostMapping("/api/v1/calendars")
    Mono<ResponseEntity<WriteAnswer>> create(@RequestBody CalendarRequest body, Request request) {
        Commands.allow(request.caller(), Role.MANAGER);
        String id = UUID.randomUUID().toString();
        return commands.create("/calendars", id, new CreateCalendar(id, body.profile(), request));
    }
}
