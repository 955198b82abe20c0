package dev.almanac.command.schedule.confirm;

import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.http.Commands;
import dev.almanac.command.http.WriteAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class ConfirmScheduleEndpoint {
    private final Commands commands;

    ConfirmScheduleEndpoint(Commands commands) {
        this.commands = commands;
    }

    record ConfirmationRequest(@Nullable String reason) {}

    @PostMapping("/api/v1/schedules/{scheduleId}/confirm")
    Mono<ResponseEntity<WriteAnswer>> confirm(
            @PathVariable String scheduleId,
            @RequestBody(required = false) @Nullable ConfirmationRequest body,
            Request request) {
        Commands.allow(request.caller(), Role.STAFF);
        return commands.change(
                scheduleId, new ConfirmSchedule(scheduleId, body == null ? null : body.reason(), request));
    }
}
