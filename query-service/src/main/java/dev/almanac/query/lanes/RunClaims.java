package dev.almanac.query.lanes;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.lane.Claim;
import dev.almanac.events.occurrence.RuleDays;
import dev.almanac.events.rule.MovedRuns;
import dev.almanac.events.rule.RuleProfile;
import dev.almanac.events.rule.RuleStatus;
import dev.almanac.events.rule.RunTime;
import dev.almanac.query.rules.RuleView;
import dev.almanac.query.runs.PlanReads;
import dev.almanac.query.runs.PlanView;
import dev.almanac.query.runs.PlanView.PlannedRun;
import dev.almanac.query.runs.RunReads;
import dev.almanac.query.runs.RunView;
import dev.almanac.query.store.Generation;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What planned runs take of the calendar that is their rule's queue, until they have ended. */
public final class RunClaims {

    private RunClaims() {}

    /** So many at most. */
    public static Mono<List<Claim>> on(Generation views, String calendarId, TimeSlot window, int most) {
        return of(views, PlanReads.of(views).claiming(calendarId, window, most), window, most);
    }

    static Mono<List<Claim>> everywhere(Generation views, TimeSlot window, int most) {
        return of(views, PlanReads.of(views).claiming(window, most), window, most);
    }

    private static Mono<List<Claim>> of(Generation views, Flux<PlanView> plans, TimeSlot window, int most) {
        return plans.flatMapIterable(plan -> claims(plan, window))
                .take(most)
                .collectList()
                .flatMap(claims -> unlessFreed(views, claims));
    }

    private static List<Claim> claims(PlanView plan, TimeSlot window) {
        return plan.occurrences().stream()
                .filter(run -> run.slot().overlaps(window))
                .map(run -> claim(run, String.valueOf(plan.calendarId())))
                .toList();
    }

    private static Claim claim(PlannedRun run, String calendarId) {
        return new Claim(run.occurrenceId(), calendarId, run.slot(), List.of());
    }

    private static Mono<List<Claim>> unlessFreed(Generation views, List<Claim> claims) {
        return RunReads.of(views)
                .byIds(claims.stream().map(Claim::claimId).toList())
                .filter(RunView::freed)
                .map(RunView::id)
                .collect(Collectors.toSet())
                .map(freed -> claims.stream()
                        .filter(claim -> !freed.contains(claim.claimId()))
                        .toList());
    }

    /** What the runs of a rule will claim from now on, as far ahead as they will be published. */
    public static List<Claim> ahead(RuleView rule, Instant now) {
        if (rule.kept() == RuleStatus.DISABLED) {
            return List.of();
        }
        RuleProfile profile = rule.profile();
        return RuleDays.of(profile, runs(rule, now)).entrySet().stream()
                .map(day -> RuleDays.day(rule.id(), rule.version(), profile, day.getKey(), day.getValue()))
                .flatMap(day -> day.claiming().stream().map(run -> Claim.of(day, run)))
                .toList();
    }

    /** What was moved is published where it was moved to. */
    private static Stream<RunTime> runs(RuleView rule, Instant now) {
        RuleProfile profile = rule.profile();
        Instant since = profile.since(now);
        int days = profile.horizonDays(since);
        Instant until = RuleDays.last(profile, days, now)
                .plusDays(1)
                .atStartOfDay(profile.zone())
                .toInstant();
        if (!since.isBefore(until)) {
            return Stream.empty();
        }
        MovedRuns moved = rule.movedRuns();
        int most = (days + 1) * RuleDays.RUNS_PER_DAY_MAX;
        Stream<RunTime> named = profile.series().between(since, until, moved.oneMore(most)).stream()
                .map(occurrence -> RunTime.of(rule.id(), occurrence));
        return moved.among(named, since, Instant.MAX, most);
    }
}
