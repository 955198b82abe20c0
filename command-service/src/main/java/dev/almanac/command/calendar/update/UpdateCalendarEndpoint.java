package dev.almanac.command.calendar.update;

import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.calendar.request.CalendarRequest;
import dev.almanac.command.http.Commands;
import dev.almanac.command.http.WriteAnswer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class UpdateCalendarEndpoint {
    private final Commands commands;

    UpdateCalendarEndpoint(Commands commands) {
        this.commands = commands;
    }

    @PutMapping("/api/v1/calendars/{calendarId}")
    Mono<ResponseEntity<WriteAnswer>> update(
            @PathVariable String calendarId, @RequestBody CalendarRequest body, Request request) {
        Commands.allow(request.caller(), Role.CUSTOMER);
        return commands.change(calendarId, new UpdateCalendar(calendarId, body.profile(), request));
    }
}
