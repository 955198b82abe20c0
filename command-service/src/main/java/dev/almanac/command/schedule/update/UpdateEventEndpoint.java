package dev.almanac.command.schedule.update;

import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.http.Commands;
import dev.almanac.command.http.WriteAnswer;
import dev.almanac.command.schedule.request.OverrideRequest;
import dev.almanac.command.schedule.request.ScheduleRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class UpdateEventEndpoint {
    private final Commands commands;

    UpdateEventEndpoint(Commands commands) {
        this.commands = commands;
    }

    @PutMapping("/api/v1/schedules/{scheduleId}")
    Mono<ResponseEntity<WriteAnswer>> update(
            @PathVariable String scheduleId, @RequestBody ScheduleRequest body, Request request) {
        Commands.allow(request.caller(), Role.CUSTOMER);
        var parsed = body.parsed();
        OverrideRequest.allow(parsed.terms().overrideReason(), request.caller());
        return commands.change(
                scheduleId,
                new UpdateEvent(
                        scheduleId, parsed.booking(), parsed.details(), parsed.partners(), parsed.terms(), request));
    }
}
