package dev.almanac.command.changerequest.plan;

import dev.almanac.command.changerequest.interpret.Intention;
import dev.almanac.command.changerequest.interpret.Intention.Cancel;
import dev.almanac.command.changerequest.interpret.Intention.Disable;
import dev.almanac.command.changerequest.interpret.Intention.Move;
import dev.almanac.command.changerequest.interpret.Intention.Pause;
import dev.almanac.command.changerequest.interpret.Intention.Resume;
import dev.almanac.command.changerequest.interpret.Intention.Retime;
import dev.almanac.command.changerequest.interpret.Intention.RunNow;
import dev.almanac.command.changerequest.interpret.Intention.Shift;
import dev.almanac.command.changerequest.interpret.Intention.Skip;
import dev.almanac.command.changerequest.interpret.Which;
import dev.almanac.command.changerequest.interpret.Which.Next;
import dev.almanac.command.changerequest.interpret.Which.On;
import dev.almanac.command.rule.model.RuleState.Disabled;
import dev.almanac.command.rule.model.RuleState.Kept;
import dev.almanac.command.rule.model.RuleState.Paused;
import dev.almanac.events.changerequest.ChangeWarning;
import dev.almanac.events.changerequest.ChangeWarning.Code;
import dev.almanac.events.changerequest.ProposedAction;
import dev.almanac.events.changerequest.ProposedChange;
import dev.almanac.events.changerequest.SubjectKind;
import dev.almanac.events.rule.RuleProfile;
import dev.almanac.events.rule.RunTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What an intention comes to for a recurring rule. */
final class RulePlanner {
    private static final Duration DAY = Duration.ofDays(1);
    private static final double OTHER_CLOCK = 0.6;
    private static final int RUNS_MAX = 200;

    private final RuleNow rule;
    private final Present present;
    private final @Nullable String occurrenceId;

    /** @param occurrenceId the run that it was asked about, if it was one */
    RulePlanner(RuleNow rule, Present present, @Nullable String occurrenceId) {
        this.rule = rule;
        this.present = present;
        this.occurrenceId = occurrenceId;
    }

    Plan plan(Intention intention) {
        return switch (intention) {
            case Retime(var time, var repeats) -> retimed(Retiming.of(timetable(), time, repeats), time != null);
            case Move move -> moved(move);
            case Shift(var which, var by) -> shifted(which, by);
            case Skip(var which) -> skipped(which);
            case Pause(var until) -> paused(until == null ? null : present.instant(until));
            case Resume _ -> plan(ProposedAction.RESUME);
            case Disable _ -> plan(ProposedAction.DISABLE);
            case RunNow _ -> plan(ProposedAction.RUN_NOW);
            case Cancel(var which) when which != null -> skipped(which);
            case Cancel _ -> throw new Impossible("A rule is not cancelled: disable it, or skip runs of it");
        };
    }

    private Timetable timetable() {
        RuleProfile profile = profile();
        return new Timetable(
                profile.recurrence(),
                profile.start(),
                profile.zone(),
                profile.options().dst(),
                LocalDateTime.ofInstant(present.now(), profile.zone()));
    }

    private RuleProfile profile() {
        return rule.state().profile();
    }

    private Plan plan(ProposedAction action) {
        return Plan.of(change(rule.ruleId(), action, Bodies.none()));
    }

    private ProposedChange change(String subjectId, ProposedAction action, JsonNode body) {
        return new ProposedChange(SubjectKind.RULE, subjectId, profile().name(), action, rule.version(), body);
    }

    private Plan retimed(Timetable after, boolean saysTime) {
        ProposedChange change =
                change(rule.ruleId(), ProposedAction.UPDATE, Bodies.timetable(after.recurrence(), after.start()));
        return saysTime && hasOtherClocks()
                ? new Plan.Planned(
                        List.of(change),
                        OTHER_CLOCK,
                        List.of(new ChangeWarning(
                                Code.AMBIGUOUS_TIME,
                                "The time is on the clocks of the rule, "
                                        + profile().timeZone() + ", and not on those of " + present.zone())))
                : Plan.of(change);
    }

    private boolean hasOtherClocks() {
        return !profile().zone().getRules().equals(present.zone().getRules());
    }

    private Plan moved(Move move) {
        RunTime run = one(move.which());
        LocalDateTime from = present.local(run.scheduledAt());
        LocalDateTime to = (move.date() == null ? from.toLocalDate() : move.date())
                .atTime(move.time() == null ? from.toLocalTime() : move.time());
        return rescheduled(run, present.instant(to));
    }

    private Plan rescheduled(RunTime run, Instant to) {
        return to.isAfter(present.now())
                ? Plan.of(change(run.occurrenceId(), ProposedAction.RESCHEDULE, Bodies.start(to)))
                : Plan.past("The run would be moved into the past");
    }

    private Plan shifted(@Nullable Which which, Duration by) {
        if (which != null || occurrenceId != null) {
            RunTime run = one(which);
            return rescheduled(run, run.scheduledAt().plus(by));
        }
        Timetable timetable = timetable();
        LocalTime time = timetable
                .time()
                .orElseThrow(() -> new Impossible("It is at several times a day: say at which time it is to be"));
        LocalDateTime moved = timetable.now().toLocalDate().atTime(time).plus(by);
        if (by.abs().compareTo(DAY) >= 0
                || !moved.toLocalDate().equals(timetable.now().toLocalDate())) {
            throw new Impossible("It would be on other days: say on which days at which time");
        }
        return retimed(Retiming.of(timetable, moved.toLocalTime(), null), false);
    }

    private Plan paused(@Nullable Instant until) {
        return Plan.of(change(rule.ruleId(), ProposedAction.PAUSE, until == null ? Bodies.none() : Bodies.end(until)));
    }

    /** The next runs fall into a pause that ends behind them; others are taken out of the timetable. */
    private Plan skipped(Which which) {
        if (rule.state() instanceof Disabled) {
            throw new Impossible("The rule is disabled: it has no runs");
        }
        List<RunTime> ahead = ahead();
        List<RunTime> skipped = runs(which, ahead);
        if (skipped.isEmpty()) {
            throw new Impossible("There is no such run");
        }
        if (rule.state() instanceof Paused paused && covers(paused, skipped)) {
            return new Plan.Impossible(new ChangeWarning(Code.NO_CHANGE, "The rule is paused then"));
        }
        if (skipped.equals(ahead.subList(0, skipped.size()))) {
            return paused(skipped.getLast().scheduledAt().plusSeconds(1));
        }
        if (skipped.stream().anyMatch(RunTime::moved)) {
            throw new Impossible("The run was moved by hand");
        }
        Set<LocalDateTime> omitted = skipped.stream().map(RunTime::nominal).collect(Collectors.toSet());
        Timetable after = Omission.of(timetable(), omitted);
        return retimed(after, false);
    }

    private static boolean covers(Paused paused, List<RunTime> runs) {
        Instant end = paused.resumeAfter();
        return end == null || end.isAfter(runs.getLast().scheduledAt());
    }

    private List<RunTime> ahead() {
        RuleProfile profile = profile();
        return rule.state()
                .moved()
                .of(rule.ruleId(), profile.series(), profile.since(present.now().plusNanos(1)), Instant.MAX, RUNS_MAX)
                .toList();
    }

    private List<RunTime> runs(Which which, List<RunTime> ahead) {
        if (occurrenceId != null && which instanceof Next(var count) && count == 1) {
            return ahead.stream()
                    .filter(run -> run.occurrenceId().equals(occurrenceId))
                    .toList();
        }
        return switch (which) {
            case Next(var count) -> ahead.stream().limit(count).toList();
            case On(var date) ->
                ahead.stream()
                        .filter(run -> present.day(run.scheduledAt()).equals(date))
                        .toList();
        };
    }

    private RunTime one(@Nullable Which which) {
        List<RunTime> runs = runs(which == null ? new Next(1) : which, ahead());
        if (runs.size() != 1) {
            throw new Impossible(
                    runs.isEmpty() ? "There is no such run" : "There are several such runs: move them one by one");
        }
        return runs.getFirst();
    }

    /**
     * A rule as it stands.
     *
     * @param version of its last change
     */
    record RuleNow(String ruleId, Kept state, long version) {}
}
