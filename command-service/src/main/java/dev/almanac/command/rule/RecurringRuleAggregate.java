package dev.almanac.command.rule;

import static dev.almanac.command.store.Appending.accepted;
import static dev.almanac.command.store.Appending.append;
import static dev.almanac.command.store.Appending.checkVersion;
import static dev.almanac.command.store.Appending.refused;
import static dev.almanac.command.store.Appending.unless;

import dev.almanac.command.access.Command;
import dev.almanac.command.http.Patches;
import dev.almanac.command.ledger.RuleLedger;
import dev.almanac.command.ledger.RulePlan;
import dev.almanac.command.ledger.RuleRow;
import dev.almanac.command.ledger.RunLedger;
import dev.almanac.command.ledger.RunRow;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.command.rejection.SubjectDoesNotExist;
import dev.almanac.command.rule.all.PauseRuleWithAll;
import dev.almanac.command.rule.all.ResumeRuleWithAll;
import dev.almanac.command.rule.create.CreateRule;
import dev.almanac.command.rule.delete.DeleteRule;
import dev.almanac.command.rule.disable.DisableRule;
import dev.almanac.command.rule.missed.ApproveBackfill;
import dev.almanac.command.rule.missed.DiscardMissedRun;
import dev.almanac.command.rule.missed.RescheduleRun;
import dev.almanac.command.rule.model.RuleOutlook;
import dev.almanac.command.rule.model.RuleState;
import dev.almanac.command.rule.model.RunMove;
import dev.almanac.command.rule.pause.PauseRule;
import dev.almanac.command.rule.resume.ResumeRule;
import dev.almanac.command.rule.runnow.RunRuleNow;
import dev.almanac.command.rule.update.PatchRule;
import dev.almanac.command.rule.update.UpdateRule;
import dev.almanac.command.store.SnapshotConfiguration;
import dev.almanac.command.store.Transaction;
import dev.almanac.events.occurrence.Queues;
import dev.almanac.events.rule.RuleChange;
import dev.almanac.events.rule.RuleChange.MissedRunRescheduled;
import dev.almanac.events.rule.RuleProfile;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

@Aggregate(type = "RecurringRule", snapshotTriggerDefinition = SnapshotConfiguration.TRIGGER)
class RecurringRuleAggregate {
    @AggregateIdentifier
    private @Nullable String ruleId;

    private RuleState state = new RuleState.Absent();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void handle(CreateRule command, RuleLedger ledger, RuleFacts facts, Transaction transaction) {
        Outcome<RuleChange> outcome = CreateRule.decide(command, state, ledger.allPaused());
        accepted(outcome);
        unless(facts.refusalOfQueue(command.draft().queue(), command.request().caller()));
        unless(ledger.refusalOfOneMore(command.request().caller().subject()));
        record(command, outcome, ledger, transaction);
        warn(command, facts, transaction);
    }

    @CommandHandler
    void handle(UpdateRule command, RuleLedger ledger, RuleFacts facts, Transaction transaction) {
        check(command, facts);
        Outcome<RuleChange> outcome = UpdateRule.decide(command, state);
        accepted(outcome);
        if (!(state instanceof RuleState.Kept kept)
                || !kept.profile().queue().equals(command.draft().queue())) {
            unless(facts.refusalOfQueue(
                    command.draft().queue(), command.request().caller()));
        }
        record(command, outcome, ledger, transaction);
        warn(command, facts, transaction);
    }

    @CommandHandler
    void handle(PatchRule patch, RuleLedger ledger, RuleFacts facts, Patches patches, Transaction transaction) {
        check(patch, facts);
        if (!(state instanceof RuleState.Kept kept)) {
            throw refused(new SubjectDoesNotExist("Recurring rule", patch.ruleId()));
        }
        handle(patch.onto(kept.profile(), patches), ledger, facts, transaction);
    }

    @CommandHandler
    void handle(DeleteRule command, RuleLedger ledger, RuleFacts facts, RunLedger runs, Transaction transaction) {
        check(command, facts);
        record(command, DeleteRule.decide(command, state), ledger, transaction);
        runs.forgetMissed(command.ruleId());
    }

    @CommandHandler
    void handle(PauseRule command, RuleLedger ledger, RuleFacts facts, Transaction transaction) {
        check(command, facts);
        record(command, PauseRule.decide(command, state), ledger, transaction);
    }

    @CommandHandler
    void handle(PauseRuleWithAll command, RuleLedger ledger, Transaction transaction) {
        record(command, PauseRuleWithAll.decide(command, state), ledger, transaction);
    }

    @CommandHandler
    void handle(ResumeRule command, RuleLedger ledger, RuleFacts facts, Transaction transaction) {
        check(command, facts);
        record(command, ResumeRule.decide(command, state, ledger.allPaused().isPresent()), ledger, transaction);
    }

    @CommandHandler
    void handle(ResumeRuleWithAll command, RuleLedger ledger, Transaction transaction) {
        record(command, ResumeRuleWithAll.decide(command, state), ledger, transaction);
    }

    @CommandHandler
    void handle(DisableRule command, RuleLedger ledger, RuleFacts facts, Transaction transaction) {
        check(command, facts);
        record(command, DisableRule.decide(command, state), ledger, transaction);
    }

    @CommandHandler
    void handle(RunRuleNow command, RuleLedger ledger, RuleFacts facts, RunLedger runs, Transaction transaction) {
        check(command, facts);
        record(command, RunRuleNow.decide(command, state, runs.going(command.ruleId())), ledger, transaction);
        runs.decided(new RunRow(command.occurrenceId(), command.ruleId(), RunRow.State.REQUESTED, 0));
    }

    @CommandHandler
    void handle(ApproveBackfill command, RuleLedger ledger, RuleFacts facts, RunLedger runs, Transaction transaction) {
        check(command, facts);
        record(command, ApproveBackfill.decide(command, state, runs.find(command.occurrenceId())), ledger, transaction);
        runs.decided(new RunRow(command.occurrenceId(), command.ruleId(), RunRow.State.REQUESTED, 0));
    }

    @CommandHandler
    void handle(DiscardMissedRun command, RuleLedger ledger, RuleFacts facts, RunLedger runs, Transaction transaction) {
        check(command, facts);
        record(
                command,
                DiscardMissedRun.decide(command, state, runs.find(command.occurrenceId())),
                ledger,
                transaction);
        runs.forget(command.occurrenceId());
    }

    @CommandHandler
    void handle(RescheduleRun command, RuleLedger ledger, RuleFacts facts, RunLedger runs, Transaction transaction) {
        check(command, facts);
        List<RuleChange> changes = record(
                command, RescheduleRun.decide(command, state, runs.find(command.occurrenceId())), ledger, transaction);
        changes.forEach(change -> RunMove.of(change, state).ifPresent(transaction.receipt()::attach));
        if (changes.stream().anyMatch(MissedRunRescheduled.class::isInstance)) {
            runs.decided(new RunRow(command.occurrenceId(), command.ruleId(), RunRow.State.POSTPONED, 0));
        }
    }

    @EventSourcingHandler
    void on(RuleChange change) {
        ruleId = change.ruleId();
        state = RuleState.evolve(state, change);
    }

    private void check(Command command, RuleFacts facts) {
        unless(facts.refusalOfChange(state, command.request().caller()));
        checkVersion(command);
    }

    private List<RuleChange> record(
            Command command, Outcome<RuleChange> outcome, RuleLedger ledger, Transaction transaction) {
        List<RuleChange> changes = accepted(outcome);
        append(changes);
        if (ruleId != null) {
            RulePlan plan = plan(ruleId, state);
            row(ruleId, state).ifPresent(row -> ledger.keep(row, plan));
            if (state instanceof RuleState.Kept kept) {
                RuleProfile profile = kept.profile();
                ledger.name(ruleId, profile.name());
                transaction.receipt().describe(ruleId, _ -> Optional.of(profile));
            }
            RuleOutlook.of(ruleId, state, command.request().at()).ifPresent(transaction.receipt()::attach);
        }
        return changes;
    }

    /** Nothing keeps a rule from running: who plans it hears of what is in its way. */
    private void warn(Command command, RuleFacts facts, Transaction transaction) {
        RulePlan plan = ruleId == null ? null : plan(ruleId, state);
        if (plan != null) {
            facts.warnOfFullCalendar(plan, command.request().at(), transaction.receipt());
        }
    }

    private static Optional<RuleRow> row(String id, RuleState state) {
        return switch (state) {
            case RuleState.Absent _ -> Optional.empty();
            case RuleState.Deleted(var owner, var queue) ->
                Optional.of(new RuleRow(id, owner, RuleRow.Status.DELETED, queue));
            case RuleState.Kept kept ->
                Optional.of(new RuleRow(
                        id, kept.createdBy(), status(kept), kept.profile().queue()));
        };
    }

    /** Null where no calendar counts its runs. */
    private static @Nullable RulePlan plan(String id, RuleState state) {
        return switch (state) {
            case RuleState.Absent _, RuleState.Deleted _, RuleState.Disabled _ -> null;
            case RuleState.Kept kept when !Queues.isCalendar(kept.profile().queue()) -> null;
            case RuleState.Active(var profile, var _, var moved) -> new RulePlan(id, profile, moved, false, null);
            case RuleState.Paused paused ->
                new RulePlan(id, paused.profile(), paused.moved(), true, paused.resumeAfter());
        };
    }

    private static RuleRow.Status status(RuleState.Kept kept) {
        return switch (kept) {
            case RuleState.Active _ -> RuleRow.Status.ACTIVE;
            case RuleState.Disabled _ -> RuleRow.Status.DISABLED;
            case RuleState.Paused paused ->
                paused.byPauseAll() ? RuleRow.Status.PAUSED_WITH_ALL : RuleRow.Status.PAUSED;
        };
    }
}
