package dev.almanac.command.schedule.schedule;

import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.http.Slice;
import dev.almanac.command.http.Write;
import dev.almanac.command.http.WriteAnswer;
import dev.almanac.command.schedule.request.ScheduleRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Events")
class ScheduleEventEndpoint {
    @Operation(operationId = "scheduleEvent", summary = "Books an event or a series on a calendar")
    @ApiResponse(responseCode = "201", description = "Created, at Location", useReturnTypeSchema = true)
    @Slice(role = Role.CUSTOMER, rehearsable = true)
    @PostMapping("/api/v1/schedules")
    Write<WriteAnswer> schedule(@RequestBody ScheduleRequest body, Request request) {
        var parsed = body.parsed();
        String id = UUID.randomUUID().toString();
        return Write.creating(
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
