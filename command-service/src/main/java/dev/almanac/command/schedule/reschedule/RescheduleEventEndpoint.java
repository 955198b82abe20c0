package dev.almanac.command.schedule.reschedule;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.http.Commands;
import dev.almanac.command.http.Fields;
import dev.almanac.command.http.WriteAnswer;
import dev.almanac.command.schedule.model.OverrideRequest;
import dev.almanac.command.schedule.model.ScheduleId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class RescheduleEventEndpoint {
    private final Commands commands;

    RescheduleEventEndpoint(Commands commands) {
        this.commands = commands;
    }

    record Body(
            @Nullable String newStartDateTime,
            @Nullable String newEndDateTime,
            @Nullable String timeZone,
            @Nullable String reason,
            @JsonProperty("notify") @Nullable Boolean notifyParticipants,
            @Nullable OverrideRequest override) {

        private Command command(ScheduleId id, Request request) {
            Fields fields = new Fields();
            Instant start = fields.instant("newStartDateTime", newStartDateTime);
            Instant end = fields.optionalInstant("newEndDateTime", newEndDateTime);
            String zone = timeZone == null ? null : fields.zone("timeZone", timeZone);
            String why = fields.optionalText("reason", reason, 256);
            String overrideReason = OverrideRequest.reason(fields, override);
            boolean tell = Boolean.TRUE.equals(notifyParticipants);
            return fields.valid(() -> id.namesAnOccurrence()
                    ? new RescheduleOccurrence(id.seriesId(), id.id(), start, end, why, overrideReason, request)
                    : new RescheduleEvent(id.id(), start, end, zone, why, tell, overrideReason, request));
        }
    }

    /** Takes a schedule id, or an occurrence id to move that one alone. */
    @PostMapping("/api/v1/schedules/{scheduleId}/reschedule")
    Mono<ResponseEntity<WriteAnswer>> reschedule(
            @PathVariable String scheduleId, @RequestBody Body body, Request request) {
        Commands.allow(request.caller(), Role.CUSTOMER);
        ScheduleId id = ScheduleId.of(scheduleId);
        Command command = body.command(id, request);
        OverrideRequest.allow(body.override() == null ? null : body.override().reason(), request.caller());
        return commands.change(id.seriesId(), command);
    }
}
