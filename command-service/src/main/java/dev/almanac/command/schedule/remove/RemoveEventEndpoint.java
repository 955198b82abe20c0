package dev.almanac.command.schedule.remove;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.http.Commands;
import dev.almanac.command.http.WriteAnswer;
import dev.almanac.command.schedule.model.ScheduleId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class RemoveEventEndpoint {
    private final Commands commands;

    RemoveEventEndpoint(Commands commands) {
        this.commands = commands;
    }

    record Body(@Nullable String reason) {}

    /** Takes a schedule id, or an occurrence id to cancel that one alone. */
    @DeleteMapping("/api/v1/schedules/{scheduleId}")
    Mono<ResponseEntity<WriteAnswer>> remove(
            @PathVariable String scheduleId, @RequestParam(required = false) @Nullable String reason, Request request) {
        return send(ScheduleId.of(scheduleId), reason, request);
    }

    @PostMapping("/api/v1/schedules/{scheduleId}/unschedule")
    Mono<ResponseEntity<WriteAnswer>> unschedule(
            @PathVariable String scheduleId, @RequestBody(required = false) @Nullable Body body, Request request) {
        return send(ScheduleId.of(scheduleId), body == null ? null : body.reason(), request);
    }

    private Mono<ResponseEntity<WriteAnswer>> send(ScheduleId id, @Nullable String reason, Request request) {
        Commands.allow(request.caller(), Role.CUSTOMER);
        Command command = id.namesAnOccurrence()
                ? new CancelOccurrence(id.seriesId(), id.id(), reason, request)
                : new RemoveEventFromCalendar(id.id(), reason, request);
        return commands.change(id.seriesId(), command);
    }
}
