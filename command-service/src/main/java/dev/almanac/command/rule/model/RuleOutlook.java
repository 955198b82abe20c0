package dev.almanac.command.rule.model;

import dev.almanac.command.rule.model.RuleState.Kept;
import dev.almanac.command.rule.model.RuleState.Paused;
import dev.almanac.events.rule.RuleProfile;
import dev.almanac.events.rule.RuleStatus;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a rule stands after a command.
 *
 * @param nextRun null while it does not run
 * @param start where its intervals are counted from, on the clock of its zone
 */
public record RuleOutlook(
        RuleStatus status,
        @Nullable Instant nextRun,
        @Nullable Instant resumeAfter,
        LocalDateTime start) {
    public static Optional<RuleOutlook> of(String ruleId, RuleState state, Instant now) {
        return state instanceof Kept kept ? Optional.of(of(ruleId, kept.at(now), now)) : Optional.empty();
    }

    private static RuleOutlook of(String ruleId, Kept kept, Instant now) {
        RuleProfile profile = kept.profile();
        Instant next = profile.upcoming(ruleId, kept.moved(), now);
        RuleStatus status = kept.standing().at(now, next != null);
        return new RuleOutlook(
                status,
                status == RuleStatus.ACTIVE ? next : null,
                kept instanceof Paused paused ? paused.resumeAfter() : null,
                profile.start());
    }
}
