package dev.almanac.command.ledger;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.occurrence.Queues;
import dev.almanac.events.rule.MovedRuns;
import dev.almanac.events.rule.RuleProfile;
import dev.almanac.events.rule.RuleStanding;
import dev.almanac.events.rule.RunTime;
import dev.almanac.recurrence.Series;
import dev.almanac.recurrence.clock.Occurrence;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When a rule runs, as bookings on the calendar that is its queue count it. A run holds its slot for as long as its
 * timeout lets it go on.
 *
 * @param paused what falls into the pause does not run
 * @param resumeAfter when the pause ends by itself; null when somebody has to end it
 */
public record RulePlan(
        String ruleId,
        RuleProfile profile,
        @Nullable MovedRuns moved,
        boolean paused,
        @Nullable Instant resumeAfter) {

    /** Its runs that overlap the slot and start at {@code from} at the earliest. */
    List<Claim> during(TimeSlot slot, Instant from) {
        Instant first = later(slot.start().minus(length()), profile.since(from));
        return first.isBefore(slot.end())
                ? runs(first, slot.end())
                        .map(this::claim)
                        .filter(claim -> claim.slot().overlaps(slot))
                        .toList()
                : List.of();
    }

    /** The next of its runs, up to a number of days ahead. */
    public List<Claim> ahead(Instant from, int days, int limit) {
        Instant first = profile.since(from);
        return runs(first, first.plus(days, ChronoUnit.DAYS))
                .limit(limit)
                .map(this::claim)
                .toList();
    }

    private Stream<RunTime> runs(Instant from, Instant until) {
        MovedRuns elsewhere = moved == null ? MovedRuns.NONE : moved;
        RuleStanding standing = paused ? RuleStanding.pausedUntil(resumeAfter) : RuleStanding.ACTIVE;
        return elsewhere
                .among(named(from, until), from, until, Integer.MAX_VALUE)
                .filter(run -> !standing.isPausedAt(run.scheduledAt()));
    }

    /** Day by day, because what runs more than hourly on a day is always running and holds nothing. */
    private Stream<RunTime> named(Instant from, Instant until) {
        Series series = profile.series();
        ZoneId zone = profile.zone();
        LocalDate first = LocalDate.ofInstant(from, zone);
        LocalDate last = LocalDate.ofInstant(until, zone);
        return first.datesUntil(last.plusDays(1))
                .flatMap(day -> ofDay(series, day, zone))
                .filter(run ->
                        !run.scheduledAt().isBefore(from) && run.scheduledAt().isBefore(until));
    }

    private Stream<RunTime> ofDay(Series series, LocalDate day, ZoneId zone) {
        List<Occurrence> all = series
                .between(
                        day.atStartOfDay(zone).toInstant(),
                        day.plusDays(1).atStartOfDay(zone).toInstant(),
                        Queues.HOURLY_MAX + 1)
                .stream()
                .toList();
        return all.size() > Queues.HOURLY_MAX
                ? Stream.empty()
                : all.stream().map(occurrence -> RunTime.of(ruleId, occurrence));
    }

    private Claim claim(RunTime run) {
        return new Claim(
                run.occurrenceId(),
                ruleId,
                profile.queue(),
                profile.name(),
                new TimeSlot(run.scheduledAt(), run.scheduledAt().plus(length())));
    }

    private Duration length() {
        return Duration.ofSeconds(profile.jobTemplate().timeoutSeconds());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
