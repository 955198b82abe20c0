package dev.almanac.command.rule.missed;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.http.Commands;
import dev.almanac.command.http.Slice;
import dev.almanac.command.http.Write;
import dev.almanac.command.http.WriteAnswer;
import dev.almanac.command.ledger.RunRow;
import dev.almanac.command.rejection.ActionIsNotAvailable;
import dev.almanac.command.rule.request.KnownRuns;
import dev.almanac.command.rule.request.ReasonBody;
import dev.almanac.command.rule.request.RunId;
import dev.almanac.command.store.Appending;
import dev.almanac.web.Fields;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "Rules")
class MissedRunEndpoint {
    private final Commands commands;
    private final KnownRuns runs;

    MissedRunEndpoint(Commands commands, KnownRuns runs) {
        this.commands = commands;
        this.runs = runs;
    }

    @Operation(operationId = "approveBackfill", summary = "Lets a missed run take place now")
    @Slice(role = Role.STAFF)
    @PostMapping("/api/v1/occurrences/{occurrenceId}/approve-backfill")
    Mono<ResponseEntity<WriteAnswer>> approve(
            @PathVariable String occurrenceId,
            @RequestBody(required = false) @Nullable ReasonBody body,
            Request request) {
        String ruleId = RunId.ruleOf(occurrenceId);
        Command command = new ApproveBackfill(ruleId, occurrenceId, ReasonBody.reasonIn(body), request);
        return known(occurrenceId, Write.changing(ruleId, command));
    }

    @Operation(operationId = "discardMissedRun", summary = "Says that a missed run does not take place")
    @Slice(role = Role.STAFF)
    @PostMapping("/api/v1/occurrences/{occurrenceId}/discard")
    Mono<ResponseEntity<WriteAnswer>> discard(
            @PathVariable String occurrenceId,
            @RequestBody(required = false) @Nullable ReasonBody body,
            Request request) {
        String ruleId = RunId.ruleOf(occurrenceId);
        Command command = new DiscardMissedRun(ruleId, occurrenceId, ReasonBody.reasonIn(body), request);
        return known(occurrenceId, Write.changing(ruleId, command));
    }

    /**
     * When the run is to be instead.
     *
     * @param newStartDateTime instant, or a local date-time of {@code timeZone}, in the future
     * @param notifyParticipants taken as for events; nobody takes part in a run
     * @param scope THIS: what follows is changed where the recurrence is said
     */
    record RunRescheduleRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String newStartDateTime,

            @Nullable String timeZone,
            @Nullable String reason,
            @JsonProperty("notify") @Nullable Boolean notifyParticipants,
            @Schema(implementation = Scope.class) @Nullable String scope) {
        private RescheduleRun command(String ruleId, String occurrenceId, Request request) {
            Fields fields = new Fields();
            String zone = fields.optionalZone("timeZone", timeZone);
            Instant start = fields.instant("newStartDateTime", newStartDateTime, zone);
            String why = fields.optionalText("reason", reason, 256);
            Scope named = scope == null ? Scope.THIS : fields.constant("scope", scope, Scope.class);
            RescheduleRun command = fields.valid(
                    () -> new RescheduleRun(ruleId, occurrenceId, start, why, request.noting(fields.notes())));
            if (named != Scope.THIS) {
                throw Appending.refused(new ActionIsNotAvailable(
                        "Runs of a rule are moved one by one: change its recurrence to move what follows (PUT"
                                + " /schedules/rules/" + ruleId + ")"));
            }
            return command;
        }
    }

    /** How much a move moves, as of events. */
    enum Scope {
        THIS,
        THIS_AND_FOLLOWING,
        ALL
    }

    /** Answers {@code /schedules/{occurrenceId}/reschedule} too, if the occurrence is one of a rule. */
    @Operation(operationId = "rescheduleRun", summary = "Gives a planned or missed run another time")
    @Slice(role = Role.STAFF)
    @PostMapping("/api/v1/occurrences/{occurrenceId}/reschedule")
    Mono<ResponseEntity<MovedRunAnswer>> reschedule(
            @PathVariable String occurrenceId, @RequestBody RunRescheduleRequest body, Request request) {
        String ruleId = RunId.ruleOf(occurrenceId);
        Command command = body.command(ruleId, occurrenceId, request);
        return known(
                occurrenceId,
                Write.changing(ruleId, command, (write, receipt) -> MovedRunAnswer.of(occurrenceId, write, receipt)));
    }

    /** Once the run is known as one that was missed, or has had the time to be. */
    private <A> Mono<ResponseEntity<A>> known(String occurrenceId, Write<A> write) {
        return runs.known(occurrenceId, RunRow::isMissed).then(commands.carryOut(write));
    }
}
