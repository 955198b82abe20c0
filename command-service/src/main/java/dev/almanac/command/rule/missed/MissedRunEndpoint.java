package dev.almanac.command.rule.missed;

import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.http.Commands;
import dev.almanac.command.http.Fields;
import dev.almanac.command.http.WriteAnswer;
import dev.almanac.command.rule.request.ReasonBody;
import dev.almanac.command.rule.request.RunId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class MissedRunEndpoint {
    private final Commands commands;

    MissedRunEndpoint(Commands commands) {
        this.commands = commands;
    }

    @PostMapping("/api/v1/occurrences/{occurrenceId}/approve-backfill")
    Mono<ResponseEntity<WriteAnswer>> approve(
            @PathVariable String occurrenceId,
            @RequestBody(required = false) @Nullable ReasonBody body,
            Request request) {
        Commands.allow(request.caller(), Role.STAFF);
        String ruleId = RunId.ruleOf(occurrenceId);
        return commands.change(ruleId, new ApproveBackfill(ruleId, occurrenceId, ReasonBody.reasonIn(body), request));
    }

    @PostMapping("/api/v1/occurrences/{occurrenceId}/discard")
    Mono<ResponseEntity<WriteAnswer>> discard(
            @PathVariable String occurrenceId,
            @RequestBody(required = false) @Nullable ReasonBody body,
            Request request) {
        Commands.allow(request.caller(), Role.STAFF);
        String ruleId = RunId.ruleOf(occurrenceId);
        return commands.change(ruleId, new DiscardMissedRun(ruleId, occurrenceId, ReasonBody.reasonIn(body), request));
    }

    /**
     * When the run is to be instead.
     *
     * @param newStartDateTime instant, in the future
     */
    record NewStart(
            @Nullable String newStartDateTime, @Nullable String reason) {

        private RescheduleMissedRun command(String ruleId, String occurrenceId, Request request) {
            Fields fields = new Fields();
            Instant start = fields.instant("newStartDateTime", newStartDateTime);
            String why = fields.optionalText("reason", reason, 256);
            return fields.valid(() -> new RescheduleMissedRun(ruleId, occurrenceId, start, why, request));
        }
    }

    /** Answers {@code /schedules/{occurrenceId}/reschedule} too, if the occurrence is one of a rule. */
    @PostMapping("/api/v1/occurrences/{occurrenceId}/reschedule")
    Mono<ResponseEntity<WriteAnswer>> reschedule(
            @PathVariable String occurrenceId, @RequestBody NewStart body, Request request) {
        Commands.allow(request.caller(), Role.STAFF);
        String ruleId = RunId.ruleOf(occurrenceId);
        return commands.change(ruleId, body.command(ruleId, occurrenceId, request));
    }
}
