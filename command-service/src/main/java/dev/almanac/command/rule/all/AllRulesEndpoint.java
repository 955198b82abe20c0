package dev.almanac.command.rule.all;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.http.Commands;
import dev.almanac.command.http.Slice;
import dev.almanac.command.ledger.RuleLedger;
import dev.almanac.command.rule.request.ReasonBody;
import dev.almanac.command.store.Receipt;
import dev.almanac.web.ApiHeaders;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Each rule is a decision of its own: asking again after a failure goes on where it stopped. */
@RestController
@Tag(name = "Rules")
class AllRulesEndpoint {
    private final Commands commands;
    private final RuleLedger ledger;

    AllRulesEndpoint(Commands commands, RuleLedger ledger) {
        this.commands = commands;
        this.ledger = ledger;
    }

    /** The rules that were changed; {@code position} is that of the last change, 0 when there was none. */
    @Schema(name = "AllRulesAnswer")
    record Answer(List<String> ruleIds, long position) {

        private static Answer of(List<Receipt.Entry> entries) {
            return new Answer(
                    entries.stream().map(Receipt.Entry::subject).toList(),
                    entries.stream().mapToLong(Receipt.Entry::position).max().orElse(0));
        }
    }

    @Operation(operationId = "pauseAllRules", summary = "Pauses all rules")
    @Slice(role = Role.ADMIN)
    @PostMapping("/api/v1/schedules/rules/pause-all")
    Mono<ResponseEntity<Answer>> pauseAll(@RequestBody(required = false) @Nullable ReasonBody body, Request request) {
        String reason = ReasonBody.reasonIn(body);
        Supplier<List<String>> which = () -> {
            ledger.pauseAll(request.caller().subject(), reason);
            return ledger.pausable();
        };
        return each(request, which, ruleId -> new PauseRuleWithAll(ruleId, reason, request.unkeyed()));
    }

    @Operation(operationId = "resumeAllRules", summary = "Resumes exactly the rules that pause-all has paused")
    @Slice(role = Role.ADMIN)
    @PostMapping("/api/v1/schedules/rules/resume-all")
    Mono<ResponseEntity<Answer>> resumeAll(@RequestBody(required = false) @Nullable ReasonBody body, Request request) {
        String reason = ReasonBody.reasonIn(body);
        Supplier<List<String>> which = () -> {
            ledger.resumeAll();
            return ledger.pausedWithAll();
        };
        return each(request, which, ruleId -> new ResumeRuleWithAll(ruleId, reason, request.unkeyed()));
    }

    private Mono<ResponseEntity<Answer>> each(
            Request request, Supplier<List<String>> which, Function<String, Command> command) {
        return commands.once(request, () -> each(which, command));
    }

    private Mono<ResponseEntity<Answer>> each(Supplier<List<String>> which, Function<String, Command> command) {
        return commands.onVirtualThread(() -> which.get().stream()
                        .flatMap(ruleId -> commands.sendAndWait(command.apply(ruleId)).entries().stream())
                        .toList())
                .map(Answer::of)
                .map(answer -> ResponseEntity.ok()
                        .header(ApiHeaders.CHANGE_POSITION, Long.toString(answer.position()))
                        .body(answer));
    }
}
