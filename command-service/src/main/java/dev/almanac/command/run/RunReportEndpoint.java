package dev.almanac.command.run;

import dev.almanac.command.access.Caller;
import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.http.Commands;
import dev.almanac.command.http.Slice;
import dev.almanac.command.ledger.RuleLedger;
import dev.almanac.command.ledger.RuleRow;
import dev.almanac.command.rejection.ActionIsNotAvailable;
import dev.almanac.command.rejection.SubjectDoesNotExist;
import dev.almanac.command.rule.RuleFacts;
import dev.almanac.command.rule.request.KnownRuns;
import dev.almanac.command.rule.request.RunId;
import dev.almanac.command.store.Appending;
import dev.almanac.events.occurrence.Queues;
import dev.almanac.events.run.RunReport;
import dev.almanac.events.run.RunReport.RunFailed;
import dev.almanac.events.run.RunReport.RunStarted;
import dev.almanac.events.run.RunReport.RunSucceeded;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** For workers that do not write to Kafka. A report may be repeated; what it comes to is decided by the rule-expander. */
@RestController
@Tag(name = "Runs")
@RequestMapping("/api/v1/runs/{occurrenceId}")
@ResponseStatus(HttpStatus.ACCEPTED) // for the OpenAPI document
class RunReportEndpoint {
    private final Commands commands;
    private final RuleLedger ledger;
    private final RunReports reports;
    private final KnownRuns runs;
    private final RuleFacts facts;

    RunReportEndpoint(Commands commands, RuleLedger ledger, RunReports reports, KnownRuns runs, RuleFacts facts) {
        this.commands = commands;
        this.ledger = ledger;
        this.runs = runs;
        this.facts = facts;
        this.reports = reports;
    }

    /** The report was taken down. */
    @Schema(name = "ReportAnswer")
    record Answer(String occurrenceId, String reportId) {}

    @Operation(operationId = "reportStarted", summary = "A worker has begun a run")
    @ApiResponse(responseCode = "202", description = "Taken on", useReturnTypeSchema = true)
    @Slice(role = Role.STAFF, rate = "runs")
    @PostMapping("/started")
    Mono<ResponseEntity<Answer>> started(
            @PathVariable String occurrenceId,
            @RequestBody(required = false) @Nullable ReportRequest body,
            Request request) {
        ReportRequest said = said(body);
        return pass(new RunStarted(occurrenceId, said.attempt(), said.note()), request);
    }

    @Operation(operationId = "reportSucceeded", summary = "A worker has done a run")
    @ApiResponse(responseCode = "202", description = "Taken on", useReturnTypeSchema = true)
    @Slice(role = Role.STAFF, rate = "runs")
    @PostMapping("/succeeded")
    Mono<ResponseEntity<Answer>> succeeded(
            @PathVariable String occurrenceId,
            @RequestBody(required = false) @Nullable ReportRequest body,
            Request request) {
        ReportRequest said = said(body);
        return pass(new RunSucceeded(occurrenceId, said.attempt(), said.note()), request);
    }

    @Operation(operationId = "reportFailed", summary = "A worker could not do a run")
    @ApiResponse(responseCode = "202", description = "Taken on", useReturnTypeSchema = true)
    @Slice(role = Role.STAFF, rate = "runs")
    @PostMapping("/failed")
    Mono<ResponseEntity<Answer>> failed(
            @PathVariable String occurrenceId,
            @RequestBody(required = false) @Nullable ReportRequest body,
            Request request) {
        ReportRequest said = said(body);
        return pass(new RunFailed(occurrenceId, said.attempt(), said.note()), request);
    }

    private static ReportRequest said(@Nullable ReportRequest body) {
        return Objects.requireNonNullElse(body, ReportRequest.NOTHING);
    }

    private Mono<ResponseEntity<Answer>> pass(RunReport report, Request request) {
        String ruleId = RunId.ruleOf(report.occurrenceId());
        return commands.once(
                request,
                () -> commands.onVirtualThread(() -> allowed(ruleId, request.caller()))
                        .then(Mono.defer(
                                () -> runs.known(report.occurrenceId(), run -> run.takesReportOn(report.attempt()))))
                        .flatMap(known -> commands.onVirtualThread(() -> passed(known, report, request))));
    }

    /** Of a queue that is only a name, any worker may report: there is nobody who could let them. */
    private RuleRow allowed(String ruleId, Caller caller) {
        RuleRow rule = ledger.find(ruleId)
                .orElseThrow(() -> Appending.refused(new SubjectDoesNotExist("Recurring rule", ruleId)));
        if (Queues.isCalendar(rule.queue())) {
            Appending.unless(facts.refusalOfChange(rule.owner(), rule.queue(), caller));
        }
        return rule;
    }

    private ResponseEntity<Answer> passed(boolean known, RunReport report, Request request) {
        if (!known) {
            throw Appending.refused(new ActionIsNotAvailable(
                    "No such attempt of a run is under way: it is over, is not due yet, or never was"));
        }
        return ResponseEntity.accepted().body(new Answer(report.occurrenceId(), reports.pass(report, request)));
    }
}
