package dev.almanac.command.schedule.schedule;

import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.http.Commands;
import dev.almanac.command.http.WriteAnswer;
import dev.almanac.command.schedule.request.OverrideRequest;
import dev.almanac.command.schedule.request.ScheduleRequest;
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
@Tag(name = "Events")
class ScheduleEventEndpoint {
    private final Commands commands;

    ScheduleEventEndpoint(Commands commands) {
        this.commands = commands;
    }

    @Operation(operationId = "scheduleEvent", summary = "Books an event or a series on a calendar")
    @ApiResponse(responseCode = "201", description = "Created, at Location", useReturnTypeSchema = true)
    @PostMapping("/api/v1/schedules")
    Mono<ResponseEntity<WriteAnswer>> schedule(@RequestBody ScheduleRequest body, Request request) {
        Commands.allow(request.caller(), Role.CUSTOMER);
        var parsed = body.parsed();
        OverrideRequest.allow(parsed.terms().overrideReason(), request.caller());
        String id = UUID.randomUUID().toString();
        return commands.create(
                "/schedules",
                id,
                new ScheduleEvent(
                        id,
                        parsed.booking(),
                        parsed.details(),
                        parsed.tentative(),
                        parsed.partners(),
                        parsed.terms(),
                        parsed.reason(),
                        request.noting(parsed.notes())));
    }
}
