package dev.almanac.faults.check;

import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceDue;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceFailed;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceMissed;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceSkipped;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceSucceeded;
import dev.almanac.events.occurrence.OccurrenceChange.RunChange;
import dev.almanac.events.rule.RuleChange.RuleCreated;
import dev.almanac.events.rule.RuleProfile;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Each run that a rule asks for is told once, and has one outcome: nominal = succeeded + failed + missed + skipped. */
final class Runs {
    static final String NEVER = "a run was never told";
    static final String TWICE = "a run was told twice";
    static final String NO_RULE = "a run was told that no rule asks for";
    static final String NO_OUTCOME = "a run has no outcome";
    static final String TWO_OUTCOMES = "a run has two outcomes";
    private static final int MAX = 1_000_000;

    private Runs() {}

    /** Runs from then on are not looked at: some may not have ended. */
    static void check(List<Told> rules, List<Told> occurrences, Set<String> ours, Instant till, Verdict verdict) {
        Set<String> nominal = rules.stream()
                .filter(told -> ours.contains(told.key()))
                .filter(told -> told.change() instanceof RuleCreated)
                .collect(Collectors.toMap(Told::key, Function.identity(), (first, _) -> first))
                .values()
                .stream()
                .flatMap(told -> nominal((RuleCreated) told.change(), till).stream())
                .collect(Collectors.toSet());
        List<RunChange> runs = distinct(occurrences).stream()
                .filter(run ->
                        ours.contains(run.seriesId()) && run.scheduledAt().isBefore(till))
                .toList();
        Map<String, Long> told = count(runs, run -> run instanceof OccurrenceDue due && due.attempt() == 1);
        Map<String, Long> ended = count(runs, Runs::isOutcome);
        Set<String> without = count(runs, Runs::wasNeverDue).keySet();
        nominal.forEach(id -> {
            if (!told.containsKey(id) && !without.contains(id)) {
                verdict.broken(NEVER, id);
            } else if (!ended.containsKey(id)) {
                verdict.broken(NO_OUTCOME, id);
            }
        });
        told.forEach((id, times) -> {
            if (times > 1) {
                verdict.broken(TWICE, id);
            }
            if (!nominal.contains(id)) {
                verdict.broken(NO_RULE, id);
            }
        });
        ended.forEach((id, times) -> {
            if (times > 1) {
                verdict.broken(TWO_OUTCOMES, id);
            }
        });
        verdict.count("runs", nominal.size());
    }

    private static Set<String> nominal(RuleCreated created, Instant till) {
        RuleProfile rule = created.profile();
        Instant from = rule.startInstant().isAfter(created.createdAt()) ? rule.startInstant() : created.createdAt();
        return from.isBefore(till)
                ? rule.series().between(from, till, MAX).stream()
                        .map(occurrence -> created.ruleId() + "@" + occurrence.suffix())
                        .collect(Collectors.toSet())
                : Set.of();
    }

    private static List<RunChange> distinct(List<Told> occurrences) {
        Set<String> seen = new HashSet<>();
        return occurrences.stream()
                .filter(told -> seen.add(told.id()))
                .map(Told::change)
                .filter(RunChange.class::isInstance)
                .map(RunChange.class::cast)
                .toList();
    }

    private static Map<String, Long> count(List<RunChange> runs, Predicate<RunChange> which) {
        return runs.stream()
                .filter(which)
                .collect(Collectors.groupingBy(RunChange::occurrenceId, Collectors.counting()));
    }

    private static boolean isOutcome(RunChange run) {
        return run instanceof OccurrenceSucceeded
                || run instanceof OccurrenceMissed
                || run instanceof OccurrenceSkipped
                || (run instanceof OccurrenceFailed failed && failed.nextAttemptAt() == null);
    }

    private static boolean wasNeverDue(RunChange run) {
        return run instanceof OccurrenceSkipped || (run instanceof OccurrenceMissed missed && missed.attempt() == 0);
    }
}
