package dev.almanac.query.runs;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.rule.RunTime;
import dev.almanac.query.rules.CachedRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/** What lies ahead, as the rules say it. */
final class ComingRuns {
    private ComingRuns() {}

    /** What lies ahead, of as many rules as there are: the next of all, until there are enough. */
    static List<RunItem> of(Runs.Question question, Map<String, CachedRule> rules, Instant now, Set<String> had) {
        TimeSlot rest = question.rest();
        Instant from = rest.start().isAfter(now) ? rest.start() : now;
        List<RunItem> found = new ArrayList<>();
        if (!from.isBefore(rest.end())) {
            return found;
        }
        PriorityQueue<Upcoming> next = new PriorityQueue<>();
        rules.values().stream()
                .filter(rule -> !rule.frequent())
                .forEach(rule ->
                        Upcoming.first(rule, new TimeSlot(from, rest.end())).ifPresent(next::add));
        while (!next.isEmpty() && found.size() < question.most()) {
            Upcoming first = next.remove();
            RunItem run = first.item();
            if (question.admits(run) && !had.contains(run.occurrenceId())) {
                found.add(run);
            }
            first.following().ifPresent(next::add);
        }
        return found;
    }

    /** The next run of a rule, and those that follow it. */
    private record Upcoming(CachedRule rule, RunTime run, Iterator<RunTime> others) implements Comparable<Upcoming> {
        static Optional<Upcoming> first(CachedRule rule, TimeSlot window) {
            return next(rule, rule.between(window, Runs.RUNS_MAX).iterator());
        }

        Optional<Upcoming> following() {
            return next(rule, others);
        }

        private static Optional<Upcoming> next(CachedRule rule, Iterator<RunTime> runs) {
            return runs.hasNext() ? Optional.of(new Upcoming(rule, runs.next(), runs)) : Optional.empty();
        }

        RunItem item() {
            boolean paused = rule.view().isPausedAt(run.scheduledAt());
            return RunItem.of(rule.id(), run, paused ? RunState.PAUSED : RunState.SCHEDULED);
        }

        @Override
        public int compareTo(Upcoming other) {
            return Comparator.comparing((Upcoming next) -> next.run().scheduledAt())
                    .thenComparing(next -> next.run().occurrenceId())
                    .compare(this, other);
        }
    }
}
