package dev.almanac.command.rule.model;

import dev.almanac.events.rule.JobTemplate;
import dev.almanac.events.rule.RuleMetadata;
import dev.almanac.events.rule.RuleOptions;
import dev.almanac.events.rule.RuleProfile;
import dev.almanac.recurrence.Recurrence;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A profile whose author may have left open where its intervals are counted from. */
public record RuleDraft(
        String name,
        Recurrence recurrence,
        @Nullable LocalDateTime start,
        String timeZone,
        String queue,
        JobTemplate jobTemplate,
        RuleOptions options,
        RuleMetadata metadata) {

    public RuleProfile countedFrom(LocalDateTime unlessSaid) {
        return new RuleProfile(
                name, recurrence, start == null ? unlessSaid : start, timeZone, queue, jobTemplate, options, metadata);
    }
}
