package dev.almanac.events.rule;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.almanac.events.OccurrenceId;
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
import dev.almanac.recurrence.Series;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The runs of a rule that a person gave another time: one fold for whoever decides, derives or shows. */
public record MovedRuns(@JsonValue List<MovedRun> runs) {
    public static final MovedRuns NONE = new MovedRuns(List.of());
    /** How many of a rule may be ahead at once. */
    public static final int MAX = 1000;

    public MovedRuns {
        runs = List.copyOf(runs == null ? List.of() : runs);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static MovedRuns of(@Nullable List<MovedRun> runs) {
        return runs == null || runs.isEmpty() ? NONE : new MovedRuns(runs);
    }

    public MovedRuns after(RuleChange change) {
        return switch (change) {
            case RunRescheduled moved -> with(moved);
            case RuleUpdated updated -> keeping(run -> names(updated.profile(), run));
            case RuleCreated _, RuleDisabled _, RuleDeleted _ -> NONE;
            case RulePaused _,
                    RuleResumed _,
                    RunRequested _,
                    BackfillApproved _,
                    MissedRunDiscarded _,
                    MissedRunRescheduled _ -> this;
        };
    }

    /** Without those of which nothing lies ahead. */
    public MovedRuns forgetting(Instant instant) {
        return keeping(run -> !run.isOverAt(instant));
    }

    public Optional<MovedRun> of(String occurrenceId) {
        return runs.stream()
                .filter(run -> run.occurrenceId().equals(occurrenceId))
                .findFirst();
    }

    public boolean isEmpty() {
        return runs.isEmpty();
    }

    /**
     * The runs in {@code [from, until)} by their times, at most {@code limit}.
     *
     * @param named what the recurrence names in there, in order, {@link #oneMore} at most
     */
    public Stream<RunTime> among(Stream<RunTime> named, Instant from, Instant until, int limit) {
        if (runs.isEmpty()) {
            return named.limit(limit);
        }
        Set<String> away = runs.stream().map(MovedRun::occurrenceId).collect(Collectors.toSet());
        Stream<RunTime> here = runs.stream()
                .filter(run -> !run.startDateTime().isBefore(from)
                        && run.startDateTime().isBefore(until))
                .map(run -> new RunTime(run.occurrenceId(), run.nominal(), run.startDateTime(), true));
        return Stream.concat(named.filter(run -> !away.contains(run.occurrenceId())), here)
                .sorted(Comparator.comparing(RunTime::scheduledAt).thenComparing(RunTime::occurrenceId))
                .limit(limit);
    }

    /** The runs of a rule in {@code [from, until)} by their times, at most {@code limit}. */
    public Stream<RunTime> of(String ruleId, Series series, Instant from, Instant until, int limit) {
        Stream<RunTime> named =
                series.between(from, until, oneMore(limit)).stream().map(occurrence -> RunTime.of(ruleId, occurrence));
        return among(named, from, until, limit);
    }

    /** How many to ask the recurrence for, so that enough are left beside those that are elsewhere. */
    public int oneMore(int limit) {
        return limit > Integer.MAX_VALUE - runs.size() ? limit : limit + runs.size();
    }

    private MovedRuns with(RunRescheduled moved) {
        MovedRuns others = keeping(
                run -> !run.occurrenceId().equals(moved.occurrenceId()) && !run.isOverAt(moved.rescheduledAt()));
        return moved.newStartDateTime().equals(moved.nominalStart())
                ? others
                : of(Stream.concat(
                                others.runs.stream(),
                                Stream.of(new MovedRun(
                                        moved.occurrenceId(),
                                        moved.nominal(),
                                        moved.nominalStart(),
                                        moved.newStartDateTime())))
                        .toList());
    }

    private MovedRuns keeping(Predicate<MovedRun> which) {
        return runs.stream().allMatch(which)
                ? this
                : of(runs.stream().filter(which).toList());
    }

    /** A recurrence that was changed may say the same time still. */
    private static boolean names(RuleProfile profile, MovedRun run) {
        String suffix = OccurrenceId.timeOf(run.occurrenceId());
        return profile.series().named(suffix).isPresent();
    }
}
