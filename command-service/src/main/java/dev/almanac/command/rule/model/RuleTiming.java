package dev.almanac.command.rule.model;

import dev.almanac.command.rejection.Rejection;
import dev.almanac.events.rule.RuleProfile;
import dev.almanac.recurrence.Cron;
import dev.almanac.recurrence.clock.InvalidRecurrence;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a rule's recurrence has to be like so that a scheduler can live with it. */
public final class RuleTiming {
    private static final Duration CLOSEST = Duration.ofMinutes(1);
    /** So many occurrences show every distance that a pattern repeats. */
    private static final int EXAMINED = 200;

    private RuleTiming() {}

    public static Optional<Rejection> refusal(RuleProfile profile, Instant now) {
        if (profile.recurrence() instanceof Cron cron && cron.fields() != Cron.Fields.FIVE) {
            return Optional.of(new RuleRunsTooOften("recurrence.fields"));
        }
        try {
            return refusal(upcoming(profile, now));
        } catch (InvalidRecurrence e) {
            return Optional.of(new RecurrenceIsInvalid("recurrence." + e.field(), String.valueOf(e.getMessage())));
        }
    }

    private static Optional<Rejection> refusal(List<Instant> upcoming) {
        if (upcoming.isEmpty()) {
            return Optional.of(new RuleNeverRuns());
        }
        for (int i = 1; i < upcoming.size(); i++) {
            if (Duration.between(upcoming.get(i - 1), upcoming.get(i)).compareTo(CLOSEST) < 0) {
                return Optional.of(new RuleRunsTooOften("recurrence"));
            }
        }
        return Optional.empty();
    }

    private static List<Instant> upcoming(RuleProfile profile, Instant now) {
        Instant start = profile.startInstant();
        return profile.series().between(start.isAfter(now) ? start : now, Instant.MAX, EXAMINED).stream()
                .map(occurrence -> occurrence.instant())
                .toList();
    }
}
