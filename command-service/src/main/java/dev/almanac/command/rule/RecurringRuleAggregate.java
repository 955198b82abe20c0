package dev.almanac.command.rule;

import static dev.almanac.command.store.Appending.accepted;
import static dev.almanac.command.store.Appending.append;
import static dev.almanac.command.store.Appending.checkVersion;
import static dev.almanac.command.store.Appending.unless;

import dev.almanac.command.ledger.RuleLedger;
import dev.almanac.command.ledger.RuleRow;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.command.rule.all.PauseRuleWithAll;
import dev.almanac.command.rule.all.ResumeRuleWithAll;
import dev.almanac.command.rule.create.CreateRule;
import dev.almanac.command.rule.delete.DeleteRule;
import dev.almanac.command.rule.disable.DisableRule;
import dev.almanac.command.rule.missed.ApproveBackfill;
import dev.almanac.command.rule.missed.DiscardMissedRun;
import dev.almanac.command.rule.missed.RescheduleMissedRun;
import dev.almanac.command.rule.model.RuleState;
import dev.almanac.command.rule.pause.PauseRule;
import dev.almanac.command.rule.resume.ResumeRule;
import dev.almanac.command.rule.runnow.RunRuleNow;
import dev.almanac.command.rule.update.UpdateRule;
import dev.almanac.command.store.SnapshotConfiguration;
import dev.almanac.events.rule.RuleChange;
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
    void handle(CreateRule command, RuleLedger ledger) {
        Outcome<RuleChange> outcome = CreateRule.decide(command, state);
        accepted(outcome);
        unless(ledger.refusalOfOneMore(command.request().caller().subject()));
        record(outcome, ledger);
    }

    @CommandHandler
    void handle(UpdateRule command, RuleLedger ledger) {
        checkVersion(command);
        record(UpdateRule.decide(command, state), ledger);
    }

    @CommandHandler
    void handle(DeleteRule command, RuleLedger ledger) {
        checkVersion(command);
        record(DeleteRule.decide(command, state), ledger);
    }

    @CommandHandler
    void handle(PauseRule command, RuleLedger ledger) {
        checkVersion(command);
        record(PauseRule.decide(command, state), ledger);
    }

    @CommandHandler
    void handle(PauseRuleWithAll command, RuleLedger ledger) {
        record(PauseRuleWithAll.decide(command, state), ledger);
    }

    @CommandHandler
    void handle(ResumeRule command, RuleLedger ledger) {
        checkVersion(command);
        record(ResumeRule.decide(command, state), ledger);
    }

    @CommandHandler
    void handle(ResumeRuleWithAll command, RuleLedger ledger) {
        record(ResumeRuleWithAll.decide(command, state), ledger);
    }

    @CommandHandler
    void handle(DisableRule command, RuleLedger ledger) {
        checkVersion(command);
        record(DisableRule.decide(command, state), ledger);
    }

    @CommandHandler
    void handle(RunRuleNow command, RuleLedger ledger) {
        checkVersion(command);
        record(RunRuleNow.decide(command, state), ledger);
    }

    @CommandHandler
    void handle(ApproveBackfill command, RuleLedger ledger) {
        checkVersion(command);
        record(ApproveBackfill.decide(command, state), ledger);
    }

    @CommandHandler
    void handle(DiscardMissedRun command, RuleLedger ledger) {
        checkVersion(command);
        record(DiscardMissedRun.decide(command, state), ledger);
    }

    @CommandHandler
    void handle(RescheduleMissedRun command, RuleLedger ledger) {
        checkVersion(command);
        record(RescheduleMissedRun.decide(command, state), ledger);
    }

    @EventSourcingHandler
    void on(RuleChange change) {
        ruleId = change.ruleId();
        state = RuleState.evolve(state, change);
    }

    private void record(Outcome<RuleChange> outcome, RuleLedger ledger) {
        append(accepted(outcome));
        if (ruleId != null) {
            row(ruleId, state).ifPresent(ledger::keep);
        }
    }

    private static Optional<RuleRow> row(String id, RuleState state) {
        return switch (state) {
            case RuleState.Absent _ -> Optional.empty();
            case RuleState.Deleted(var owner) -> Optional.of(new RuleRow(id, owner, RuleRow.Status.DELETED));
            case RuleState.Active(var _, var owner) -> Optional.of(new RuleRow(id, owner, RuleRow.Status.ACTIVE));
            case RuleState.Disabled(var _, var owner) -> Optional.of(new RuleRow(id, owner, RuleRow.Status.DISABLED));
            case RuleState.Paused(var _, var owner, var _, var byPauseAll, var _) ->
                Optional.of(
                        new RuleRow(id, owner, byPauseAll ? RuleRow.Status.PAUSED_WITH_ALL : RuleRow.Status.PAUSED));
        };
    }
}
