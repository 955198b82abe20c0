package dev.almanac.query.runs;

import dev.almanac.events.OccurrenceId;
import dev.almanac.events.TimeSlot;
import dev.almanac.events.occurrence.RuleDays;
import dev.almanac.events.rule.RunTime;
import dev.almanac.query.http.Rejections;
import dev.almanac.query.http.Span;
import dev.almanac.query.rules.CachedRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Rules that run more often than hourly: one entry for each local day, counted and not listed. */
final class AlwaysRunning {

    private AlwaysRunning() {}

    static List<RunItem> of(Runs.Question question, Map<String, CachedRule> rules) {
        List<CachedRule> frequent =
                rules.values().stream().filter(CachedRule::frequent).toList();
        List<TimeSlot> days = days(question.window(), question.zone());
        if ((long) frequent.size() * days.size() > Runs.RUNS_MAX) {
            throw Rejections.tooManyEvents(Runs.RUNS_MAX);
        }
        return frequent.stream()
                .flatMap(rule -> days.stream().flatMap(day -> lane(rule, day, question.zone()).stream()))
                .filter(question::admits)
                .toList();
    }

    /** Those of the day that run; if none does because of a pause, those that would. */
    private static Optional<RunItem> lane(CachedRule rule, TimeSlot day, ZoneId zone) {
        Map<Boolean, List<Instant>> byPause = rule.between(day, RuleDays.RUNS_PER_DAY_MAX)
                .map(RunTime::scheduledAt)
                .collect(Collectors.partitioningBy(rule.view()::isPausedAt));
        List<Instant> running = byPause.getOrDefault(false, List.of());
        List<Instant> paused = byPause.getOrDefault(true, List.of());
        List<Instant> shown = running.isEmpty() ? paused : running;
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        LocalDate date = LocalDate.ofInstant(day.start(), zone);
        return Optional.of(RunItem.lane(
                OccurrenceId.of(rule.id(), date.toString()),
                rule.id(),
                shown.getFirst().atZone(rule.view().profile().zone()).toLocalDateTime(),
                shown.getFirst(),
                shown.getLast(),
                running.isEmpty() ? RunState.PAUSED : RunState.SCHEDULED,
                shown.size()));
    }

    private static List<TimeSlot> days(TimeSlot window, ZoneId zone) {
        LocalDate first = LocalDate.ofInstant(window.start(), zone);
        LocalDate last = LocalDate.ofInstant(window.end().minusNanos(1), zone);
        return first.datesUntil(last.plusDays(1))
                .map(day -> new Span(day, day).whole(zone).intersection(window))
                .toList();
    }
}
