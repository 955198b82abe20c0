package dev.almanac.query.rules;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.rule.RuleProfile;
import dev.almanac.events.rule.RuleStatus;
import dev.almanac.events.rule.RunTime;
import dev.almanac.recurrence.Series;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * A rule, ready to be asked when it runs.
 *
 * @param series set up once, which takes longer than to expand a month of it
 * @param frequent whether it runs more often than hourly
 */
public record CachedRule(RuleView view, Series series, boolean frequent) {
    private static final Instant FOR_EVER = Instant.parse("9999-12-31T00:00:00Z");

    public static CachedRule of(RuleView view) {
        Series series = view.profile().series();
        return new CachedRule(view, series, RuleProfile.frequent(series, view.since()));
    }

    public String id() {
        return view.id();
    }

    /** When it is to run, by its times: nothing before it said so, nothing while it is disabled. */
    public Stream<RunTime> between(TimeSlot window, int limit) {
        Instant from = window.start().isAfter(view.since()) ? window.start() : view.since();
        return view.kept() == RuleStatus.DISABLED || !from.isBefore(window.end())
                ? Stream.empty()
                : view.movedRuns().of(view.id(), series, from, window.end(), limit);
    }

    /** Where it stands now, as {@link RuleView#at} says it, without setting up its series anew. */
    public RuleStatus at(Instant now) {
        if (view.kept() == RuleStatus.DISABLED) {
            return RuleStatus.DISABLED;
        }
        boolean runsAgain =
                between(new TimeSlot(now.plusNanos(1), FOR_EVER), 1).findFirst().isPresent();
        return view.standing().at(now, runsAgain);
    }
}
