package dev.almanac.expansion.rule;

import dev.almanac.events.occurrence.DueReason;
import dev.almanac.events.occurrence.SkipReason;
import dev.almanac.events.rule.MovedRun;
import dev.almanac.events.rule.RuleChange;
import dev.almanac.events.rule.RuleChange.BackfillApproved;
import dev.almanac.events.rule.RuleChange.MissedRunDiscarded;
import dev.almanac.events.rule.RuleChange.MissedRunRescheduled;
import dev.almanac.events.rule.RuleChange.RuleCreated;
import dev.almanac.events.rule.RuleChange.RuleDeleted;
import dev.almanac.events.rule.RuleChange.RuleDisabled;
import dev.almanac.events.rule.RuleChange.RulePaused;
import dev.almanac.events.rule.RuleChange.RuleResumed;
import dev.almanac.events.rule.RuleChange.RuleUpdated;
import dev.almanac.events.rule.RuleChange.RunRequested;
import dev.almanac.events.rule.RuleChange.RunRescheduled;
import dev.almanac.events.rule.RuleOptions;
import dev.almanac.events.rule.RulePause;
import dev.almanac.events.run.RunNote;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a change of a rule does to its occurrences: each holds from its own instant on, whenever it arrives. Everything
 * before was taken up by then ({@link Backlog}).
 */
final class RuleChanges {
    private static final RunNote WITHDRAWN = new RunNote(null, "The rule was withdrawn", null, null);

    private RuleChanges() {}

    static Step apply(RuleChange change, long version, Instant now, RuleState known) {
        return apply(change, now, known.with(known.definition().at(version)));
    }

    static Step created(RuleCreated created, long version, Instant now) {
        Definition definition = Definition.of(created.ruleId(), version, created.profile(), created.createdAt());
        LocalDate today =
                LocalDate.ofInstant(definition.since(), created.profile().zone());
        return Horizon.extend(now, RuleState.opened(definition, RunBook.opened(definition.since(), today)));
    }

    private static Step apply(RuleChange change, Instant now, RuleState state) {
        return switch (change) {
            case RuleCreated _ -> Step.of(state);
            case RuleUpdated(var _, var profile, var at, var _) ->
                changed(state, now, definition -> definition.with(profile, at).moving(change));
            case RulePaused(var _, var at, var until, var _, var _, var _) ->
                changed(state, now, definition -> definition.with(new RulePause(at, until)));
            case RuleResumed(var _, var at, var _, var _) -> changed(state, now, d -> resumed(d, at));
            case RuleDisabled(var _, var at, var _, var _) ->
                changed(
                                state,
                                now,
                                definition -> definition
                                        .with(Definition.Status.DISABLED, at)
                                        .moving(change))
                        .then(s -> withdrawn(s, now, SkipReason.RULE_DISABLED));
            case RuleDeleted(var _, var at, var _, var _) ->
                changed(
                                state,
                                now,
                                definition -> definition
                                        .with(Definition.Status.DELETED, at)
                                        .moving(change))
                        .then(s -> withdrawn(s, now, SkipReason.RULE_DELETED));
            case RunRequested(var _, var id, var at, var _, var _) -> requested(state, id, at, now);
            case BackfillApproved(var _, var id, var _, var _, var _) -> approved(state, id, now);
            case MissedRunDiscarded(var _, var id, var _, var _, var _) -> discarded(state, id, now);
            case RunRescheduled moved -> moved(state, moved, now);
            case MissedRunRescheduled(var _, var id, var to, var _, var _, var _) -> postponed(state, id, to, now);
        };
    }

    private static Step changed(RuleState state, Instant now, UnaryOperator<Definition> change) {
        return Horizon.difference(state, state.with(change.apply(state.definition())), now);
    }

    private static Definition resumed(Definition definition, Instant at) {
        return definition.active() ? definition.resumedAt(at) : definition.with(Definition.Status.ACTIVE, at);
    }

    /** What had its time but was not published, and what would be tried again, ends here; what runs may end by itself. */
    private static Step withdrawn(RuleState state, Instant now, SkipReason reason) {
        Bookkeeping book = new Bookkeeping(state, now);
        state.book().pending().forEach(pending -> book.skipped(pending.planned(), reason));
        book.open().stream()
                .filter(run -> run.phase() == OpenRun.Phase.RETRYING)
                .forEach(run -> book.givenUp(run, WITHDRAWN));
        return book.done(List.of());
    }

    /** Only what has not been due yet: who moved it may have seen a clock that was a little behind. */
    private static Step moved(RuleState state, RunRescheduled moved, Instant now) {
        RunBook book = state.book();
        List<Pending> others =
                book.pending().stream().filter(pending -> !isOf(moved, pending)).toList();
        boolean waited = others.size() < book.pending().size();
        if (!state.definition().active() || !(waited || isAhead(state, moved))) {
            return Step.of(state);
        }
        RuleState before = state.with(book.takenUp(book.watermark(), others));
        Step published = changed(before, now, definition -> definition.moving(moved));
        return moved.newStartDateTime().isBefore(book.watermark())
                ? published.then(after -> Step.of(after.with(DueScan.with(after.book(), atOnce(moved)))))
                : published;
    }

    private static boolean isOf(RunRescheduled moved, Pending pending) {
        return !pending.waiting() && pending.planned().occurrenceId().equals(moved.occurrenceId());
    }

    private static boolean isAhead(RuleState state, RunRescheduled moved) {
        Instant at = state.definition()
                .moved()
                .of(moved.occurrenceId())
                .map(MovedRun::startDateTime)
                .orElse(moved.nominalStart());
        return !at.isBefore(state.book().watermark());
    }

    private static Pending atOnce(RunRescheduled moved) {
        Planned planned = new Planned(moved.occurrenceId(), moved.nominal(), moved.newStartDateTime());
        return new Pending(planned, moved.newStartDateTime(), false, null);
    }

    private static Step requested(RuleState state, String occurrenceId, Instant at, Instant now) {
        LocalDateTime local =
                LocalDateTime.ofInstant(at, state.definition().profile().zone());
        Planned planned = new Planned(occurrenceId, local, at);
        Bookkeeping book = new Bookkeeping(state, now);
        RuleOptions options = state.definition().profile().options();
        int going = book.open().size();
        if (book.open(occurrenceId).isPresent()) {
            return book.done();
        }
        if (options.admitsAnother(going)) {
            book.due(planned, at, DueReason.RUN_NOW);
            return book.done();
        }
        if (Admission.waiting(state.book()) < options.overlap().room()) {
            Pending waits = new Pending(planned, at.isAfter(now) ? now : at, true, DueReason.RUN_NOW);
            return Step.of(state.with(DueScan.with(state.book(), waits)));
        }
        book.skipped(planned, SkipReason.ALREADY_RUNNING);
        return book.done();
    }

    private static Step approved(RuleState state, String occurrenceId, Instant now) {
        Bookkeeping book = new Bookkeeping(state, now);
        book.revived(occurrenceId).ifPresent(planned -> book.due(planned, now, DueReason.BACKFILL));
        return book.done();
    }

    private static Step postponed(RuleState state, String occurrenceId, Instant to, Instant now) {
        Bookkeeping book = new Bookkeeping(state, now);
        book.revived(occurrenceId).ifPresent(planned -> book.postponed(planned, to));
        return book.done();
    }

    private static Step discarded(RuleState state, String occurrenceId, Instant now) {
        Bookkeeping book = new Bookkeeping(state, now);
        book.revived(occurrenceId).ifPresent(planned -> book.skipped(planned, SkipReason.DISCARDED));
        return book.done();
    }
}
