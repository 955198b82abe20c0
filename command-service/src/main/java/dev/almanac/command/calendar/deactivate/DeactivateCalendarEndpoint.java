package dev.almanac.command.calendar.deactivate;

import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.http.Commands;
import dev.almanac.command.http.WriteAnswer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "Calendars")
class DeactivateCalendarEndpoint {
    private final Commands commands;

    DeactivateCalendarEndpoint(Commands commands) {
        this.commands = commands;
    }

    @Operation(operationId = "deactivateCalendar", summary = "Takes a calendar out of use; what is booked stays")
    @DeleteMapping("/api/v1/calendars/{calendarId}")
    Mono<ResponseEntity<WriteAnswer>> deactivate(
            @PathVariable String calendarId, @RequestParam(required = false) @Nullable String reason, Request request) {
        Commands.allow(request.caller(), Role.CUSTOMER);
        return commands.change(calendarId, new DeactivateCalendar(calendarId, reason, request));
    }
}
